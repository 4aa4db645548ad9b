import { lazy, Suspense, useEffect, useRef } from 'react';
import { addressKey } from '../../format/form.js';
import { PassageDocument, type PassageQuery } from '../gql';
import { readCell } from '../overview/total';
import { Answered, Waiting } from '../parts/answered';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import type { ReportModel } from './model';
import { placeOnPage } from './page-place';

const PdfPage = lazy(() => import('./pdf-page'));

type Found = NonNullable<PassageQuery['passage']>;

/** The cells of a passage row by row. */
const rowsOf = ({ rows, printed }: Found): Found['printed'][] =>
  Array.from({ length: rows }, (_, r) => printed.filter(({ row }) => row === r));

/** The table, or the lines, of the document in which the place stands, as the reader sees them. */
function PassageTable({ passage }: { readonly passage: Found }) {
  const { words } = useView();
  const sought = useRef<HTMLTableCellElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [cell, box] = [sought.current, pane.current];
    if (!cell || !box) return;
    box.scrollTop = cell.offsetTop - box.clientHeight / 2;
    box.scrollLeft = cell.offsetLeft - box.clientWidth / 2;
  }, [passage]);
  return (
    <div className="passage" ref={pane} tabIndex={0} role="region" aria-label={words.beside}>
      <table className={passage.kind.toLowerCase()}>
        <tbody>
          {rowsOf(passage).map((cells, r) => (
            <tr key={r}>
              {cells.map(({ column, rowSpan, columnSpan, text, sought: isSought }) => (
                <td
                  key={column}
                  rowSpan={rowSpan}
                  colSpan={columnSpan}
                  {...(isSought ? { className: 'sought', ref: sought } : {})}
                >
                  {isSought ? <mark>{text === '' ? '　' : text}</mark> : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Asked {
  readonly report: string;
  readonly locator: string;
  /** Told where the document may not be seen, or holds no such place any more. */
  readonly otherwise: string;
}

function AsRead({ report, locator, otherwise }: Asked) {
  const answer = useAnswer(PassageDocument, { report, locator });
  if (answer.error !== null) return <p>{otherwise}</p>;
  return (
    <Answered answer={answer}>
      {({ passage }) => (passage ? <PassageTable passage={passage} /> : <p>{otherwise}</p>)}
    </Answered>
  );
}

/** The chosen cell in the original: on the page of a PDF, else in the table or text as it was read. */
export function Original({ model }: { readonly model: ReportModel }) {
  const { words, text } = useView();
  const address = readCell(text('cell'));
  const cell = address ? model.cells.get(addressKey(address)) : undefined;
  const { source, id } = model.report;
  if (!source || !cell) return null;
  const { locator } = cell;
  const otherwise = source.holdsPersonalData ? words.originalClosed : words.placeNotFound;
  const place = locator && source.mediaType === 'application/pdf' ? placeOnPage(locator) : null;
  return (
    <section className="original" aria-labelledby="beside">
      <h2 id="beside">{words.beside}</h2>
      {!locator && <p>{words.noPlace}</p>}
      {locator && source.downloadUrl && place && (
        <Suspense fallback={<Waiting />}>
          <PdfPage url={source.downloadUrl} place={place} otherwise={otherwise} />
        </Suspense>
      )}
      {locator && !place && <AsRead report={id} locator={locator} otherwise={otherwise} />}
    </section>
  );
}
