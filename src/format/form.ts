/**
 * The blank form: what an edition of the 政府信息公开工作年度报告 prints, as data.
 * Reader, sum checks, GraphQL enums, exports and console all derive from it.
 */

/** `E2019` 国办公开办函〔2019〕60号, report years 2019 and 2020; `E2021` 国办公开办函〔2021〕30号, from 2021 on. */
export type Edition = 'E2019' | 'E2021';

/** Tables two, three and four of the form. */
export type TableName = 'ACTIVE_DISCLOSURE' | 'REQUESTS' | 'APPEALS';

export type Language = 'ZH' | 'EN';

/** A printed text and its English rendering. */
export interface Label {
  zh: string;
  en: string;
}

/** What a cell may hold: a count of 件, a signed change of a count, an amount in 万元 or in 元. */
export type ValueKind = 'COUNT' | 'CHANGE' | 'AMOUNT_WAN' | 'AMOUNT_YUAN';

export interface Column {
  /** Machine name, e.g. `naturalPerson`. */
  key: string;
  label: Label;
  /** Labels printed above it, outermost first, e.g. 申请人情况 › 法人或其他组织. */
  under: readonly Label[];
  kind: ValueKind;
}

export interface Row {
  /** Machine name, e.g. `received`, `NOT_HELD`, `licensingDecisions`. */
  key: string;
  /** As printed in the row's own cell, e.g. 1.本机关不掌握相关政府信息. */
  label: Label;
  /** Labels printed left of it over several rows, outermost first, e.g. 三、本年度办理结果 › （四）无法提供. */
  under: readonly Label[];
  /** Set where the row is a way in which a request was decided; the row's key is then the Outcome. */
  category?: OutcomeCategory;
  /** Keys of the block's columns that the row does not print. */
  without?: readonly string[];
}

/** A rectangle of the form with one head. Table two has four or five, tables three and four one each. */
export interface Block {
  /** The same in both editions where the block continues, e.g. `documents`. */
  key: string;
  table: TableName;
  edition: Edition;
  /** 第二十条第（一）项; null for tables three and four, which have no such line. */
  heading: Label | null;
  columns: readonly Column[];
  rows: readonly Row[];
  /** True where a row has one cell, which then has no column in a cell's address (licensingDecisions). */
  single: boolean;
}

/** A relation between sums of a table that the form prints or that its words define. */
export interface Relation {
  check: 'A1' | 'A2' | 'A3' | 'A4';
  /** Across the columns of every row, or down the rows of every column. */
  along: 'COLUMNS' | 'ROWS';
  left: readonly string[];
  right: readonly string[];
}

export interface Form {
  edition: Edition;
  /** The official document that prescribes it. */
  source: string;
  /** Report years for which it is prescribed; `to` null while in force. */
  years: { from: number; to: number | null };
  blocks: readonly Block[];
  relations: Readonly<Record<TableName, readonly Relation[]>>;
}

export type OutcomeCategory =
  | 'GRANTED'
  | 'PARTIALLY_GRANTED'
  | 'REFUSED'
  | 'UNABLE_TO_PROVIDE'
  | 'NOT_PROCESSED'
  | 'OTHER_DISPOSITION';

/** The place of one cell of the form. `column` is null in blocks whose rows have one cell. */
export interface CellAddress {
  table: TableName;
  row: string;
  column: string | null;
}

/** Addresses of the cells of a block in printed order, each with its column of the form. */
export function* cellsOf(block: Block): Generator<CellAddress & { kind: ValueKind }> {
  for (const row of block.rows) {
    for (const column of block.columns) {
      if (row.without?.includes(column.key)) continue;
      yield {
        table: block.table,
        row: row.key,
        column: block.single ? null : column.key,
        kind: column.kind,
      };
    }
  }
}

/** `REQUESTS/received/total`: a cell's address as one string, for maps. */
export const addressKey = ({ table, row, column }: CellAddress): string =>
  `${table}/${row}/${column ?? ''}`;
