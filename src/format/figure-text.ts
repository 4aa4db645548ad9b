import { findPersonalData, maskPersonalData } from './personal-data.js';
import type { PersonalDatum } from './personal-data.js';
import type { FilledCell } from './report.js';

type Printed = Pick<FilledCell, 'raw' | 'value'>;

/** Personal data printed in a cell. An amount may look like a telephone number: what was read as the figure is none. */
export const personalDataOf = ({ raw, value }: Printed): readonly PersonalDatum[] =>
  raw === null || isFigure(raw, value) ? [] : findPersonalData(raw);

/** The cell as it may be shown to anyone. */
export const shownFigure = <Cell extends Printed>(cell: Cell): Cell =>
  cell.raw === null || isFigure(cell.raw, cell.value)
    ? cell
    : { ...cell, raw: maskPersonalData(cell.raw) };

const isFigure = (raw: string, value: string | null): boolean =>
  value !== null && raw.normalize('NFKC').replace(/[\s,]/g, '') === value;
