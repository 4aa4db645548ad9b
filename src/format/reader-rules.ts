import type { Label } from './form.js';
import type { Severity } from './report.js';

/** What the reader can be unsure of. Checks judge figures, these judge how surely they were read. */
export interface ReaderRule {
  /** Stable code, R1, R2, … */
  code: string;
  severity: Severity;
  title: { readonly ZH: string; readonly EN: string };
  formula: { readonly ZH: string; readonly EN: string };
  basis: string;
}

const both = ({ zh, en }: Label): { ZH: string; EN: string } => ({ ZH: zh, EN: en });
const rule = (
  code: string,
  severity: Severity,
  title: Label,
  formula: Label,
  basis: string,
): ReaderRule => ({ code, severity, title: both(title), formula: both(formula), basis });

export const readerRules = {
  PLACE: rule(
    'R1',
    'WARNING',
    { zh: '单元格位置不明', en: 'Place of a number unsure' },
    {
      zh: '一行的数字个数与栏数不一致，无法确定某个数字属于哪一栏',
      en: 'A row prints more or fewer cells than its table has columns, so that a number may belong to several',
    },
    'blank cells dropped in copies; cells merged or added',
  ),
  BY_POSITION: rule(
    'R2',
    'WARNING',
    { zh: '行标题缺失', en: 'Row label lost' },
    {
      zh: '数字前没有可识别的行标题，按前后顺序归入该行',
      en: 'Numbers without a legible label of their own were taken for a row by their place between others',
    },
    'merged blocks flattened, labels wrapped away from their numbers',
  ),
  UNREADABLE: rule(
    'R3',
    'WARNING',
    { zh: '单元格内容不是数字', en: 'Cell is no number' },
    {
      zh: '数字单元格内的文字无法读作一个确定的数',
      en: 'What stands in a number cell cannot be read as one certain number',
    },
    'a cell is never guessed',
  ),
  RIVALS: rule(
    'R4',
    'WARNING',
    { zh: '行的归属不明', en: 'Row unsure' },
    {
      zh: '同一行可对应文中不止一组数字',
      en: 'More than one printed row of numbers may be this row of the form',
    },
    'rows printed twice or shifted',
  ),
  LEFT_OVER: rule(
    'R5',
    'WARNING',
    { zh: '表内有未归入的数字', en: 'Numbers left over' },
    {
      zh: '表格范围内有数字未能归入任何一行',
      en: 'Numbers inside a table belong to none of its rows',
    },
    'extra cells and page marks in copies',
  ),
  BY_SUM: rule(
    'R6',
    'INFO',
    { zh: '按勾稽关系定位', en: 'Placed by arithmetic' },
    {
      zh: '数字位置不止一种可能，取与合计相符的一种',
      en: 'Several places were possible; the one whose sum agrees was taken',
    },
    'sum of the row',
  ),
  PRINTED_TWICE: rule(
    'R7',
    'WARNING',
    { zh: '同一表格出现两次且数字不同', en: 'Table printed twice with different numbers' },
    {
      zh: '文中两次刊出同一部分表格，数字不一致，取较完整的一次',
      en: 'A part of a table is printed twice with different numbers; the more complete one was read',
    },
    'lists beside the table, copies for several screens',
  ),
  UNIT: rule(
    'R8',
    'INFO',
    { zh: '金额单位不明或不一致', en: 'Unit of an amount unsure' },
    {
      zh: '金额没有单位，或单元格与表头的单位不同',
      en: 'An amount has no unit, or its cell and its head name different ones',
    },
    'units stand in the cell, in the head, or nowhere',
  ),
  SPELLING: rule(
    'R9',
    'INFO',
    { zh: '数字写法特殊', en: 'Number spelled unusually' },
    {
      zh: '数字以汉字、字母 O 或其他特殊写法写出',
      en: 'A number is written in words, with a letter for a digit, or otherwise unusually',
    },
    'typing and conversion slips',
  ),
  HEADS: rule(
    'R10',
    'WARNING',
    { zh: '表头不明', en: 'Heads of columns unsure' },
    {
      zh: '表头缺失或不可识别，各栏按规定格式的顺序读取',
      en: 'Heads are missing or illegible; columns were read in the order of the form',
    },
    'heads lost in copies',
  ),
  EDITION: rule(
    'R11',
    'INFO',
    { zh: '格式版本不明', en: 'Edition unsure' },
    {
      zh: '该部分同时符合两版格式，按其余部分或年度判断',
      en: 'This part fits both editions of the form; the rest of the report or its year decided',
    },
    '国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号',
  ),
  INCOMPLETE: rule(
    'R12',
    'WARNING',
    { zh: '表格不完整', en: 'Table incomplete' },
    {
      zh: '表格缺少规定格式中的单元格',
      en: 'A table lacks cells that the form has',
    },
    'document cut off, rows lost',
  ),
  NOTE: rule(
    'R13',
    'INFO',
    { zh: '文件中有未读入或转换而来的内容', en: 'Parts of the file left out or converted' },
    {
      zh: '文件有隐藏的工作表、修订痕迹等，读取时略去或换算',
      en: 'Hidden sheets, tracked changes and the like were left out or converted',
    },
    'what the file format itself holds beside its text',
  ),
  OTHER_READING: rule(
    'R14',
    'INFO',
    { zh: '按另一读法读取', en: 'Read otherwise' },
    {
      zh: '初读各式不平；同样的文字只有一种别的读法能使全表各式皆平，取之',
      en: 'As first read the sums of the table do not hold; exactly one other reading of the same print makes all of them hold and was taken',
    },
    'every relation of the table',
  ),
  OTHER_READINGS: rule(
    'R15',
    'WARNING',
    { zh: '另有读法', en: 'Could be read otherwise' },
    {
      zh: '初读各式不平；同样的文字不止一种别的读法能使全表各式皆平，均不取',
      en: 'As first read the sums of the table do not hold; several other readings of the same print make all of them hold, and none was taken',
    },
    'every relation of the table',
  ),
} as const satisfies Readonly<Record<string, ReaderRule>>;

export type ReaderRuleName = keyof typeof readerRules;
