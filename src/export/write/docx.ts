import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IRunPropertiesOptions,
} from 'docx';
import type { DrawnCell, DrawnTable } from '../layout/drawn.js';
import { enteredNote, type LaidOutSection, type ReportLayout } from '../layout/report-layout.js';

/** A Word document on A4 in the order of the form. */
export async function reportDocx(layout: ReportLayout): Promise<Buffer> {
  const note = enteredNote(layout);
  const document = new Document({
    title: layout.title,
    creator: layout.agency ?? '',
    styles: { default: { document: { run: { font: FONT, size: 24 } } } },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 300 },
            children: [run(layout.title, TITLE)],
          }),
          ...layout.details.map(detailOf),
          ...layout.sections.flatMap(sectionOf),
          ...(note === null ? [] : [paragraphOf(note)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const TITLE: IRunPropertiesOptions = { bold: true, size: 36 };
const HEADING: IRunPropertiesOptions = { bold: true, size: 28, color: '000000' };

const run = (text: string, style: IRunPropertiesOptions): TextRun =>
  new TextRun({ text, ...style });

const FONT = { ascii: 'Times New Roman', eastAsia: 'SimSun', hAnsi: 'Times New Roman' };
const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
const side = convertMillimetersToTwip(15);
const MARGIN = { top: side, bottom: side, left: side, right: side };

/** Half-points: fifteen columns have to stand beside each other. */
const SMALL = 17;

const sectionOf = ({ heading, paragraphs, table }: LaidOutSection): (Paragraph | Table)[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 240, after: 120 },
    children: [run(heading, HEADING)],
  }),
  ...paragraphs.map(paragraphOf),
  // Tables that stand next to each other would become one.
  ...(table ? [tableOf(table), new Paragraph({})] : []),
];

const paragraphOf = (text: string): Paragraph =>
  new Paragraph({
    indent: { firstLine: 480 },
    spacing: { line: 360 },
    children: [new TextRun({ text })],
  });

const detailOf = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text })] });

function tableOf({ rows, columns, headRows, cells }: DrawnTable): Table {
  const width = A4.width - 2 * side;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => Math.floor(width / columns)),
    rows: Array.from(
      { length: rows },
      (_, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < headRows,
          children: cells.filter((cell) => cell.row === row).map(cellOf),
        }),
    ),
  });
}

const cellOf = ({ text, rowSpan, columnSpan, figure }: DrawnCell): TableCell =>
  new TableCell({
    ...(rowSpan > 1 && { rowSpan }),
    ...(columnSpan > 1 && { columnSpan }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            text,
            size: SMALL,
            ...(figure?.status === 'ENTERED' && { underline: {} }),
          }),
        ],
      }),
    ],
  });
