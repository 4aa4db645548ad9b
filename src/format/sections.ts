import type { Label } from './form.js';
import { tableTitles } from './table-titles.js';

/** A section of the report, the same in both editions. */
export interface SectionOfForm {
  ordinal: number;
  label: Label;
  /** What a heading says that means this section wherever it stands. */
  sure: RegExp;
  /** What it may say where its number shows that it is a main heading. */
  likely: RegExp;
}

/** A heading without its number. */
const unnumbered = ({ zh, en }: Label): Label => ({ zh: zh.slice(2), en: en.slice(3) });

/** The six sections, in order. Headings as printed on the form; the patterns hold for simplified text without spaces. */
export const sections: readonly SectionOfForm[] = [
  {
    ordinal: 1,
    label: { zh: '总体情况', en: 'General situation' },
    sure: /^(?:工作)?总体(?:工作)?情况$/,
    likely: /^(?:工作)?(?:总体|基本|概括|综合)(?:工作)?(?:情况|概况)|^概[述况]$|^总体(?:概述|概况)/,
  },
  {
    ordinal: 2,
    label: unnumbered(tableTitles.ACTIVE_DISCLOSURE),
    sure: /^(?:政府信息)?主动公开(?:的)?政府信息(?:的)?(?:工作)?情况/,
    likely: /^(?:政府信息)?主动公开/,
  },
  {
    ordinal: 3,
    label: unnumbered(tableTitles.REQUESTS),
    sure: /^收到(?:和|及|与)?处理(?:的)?(?:政府)?信息公开申请(?:的)?情况|^收到和处理/,
    likely: /^(?:政府信息)?依申请公开|^(?:受理|办理)?政府信息公开申请/,
  },
  {
    ordinal: 4,
    label: unnumbered(tableTitles.APPEALS),
    sure: /^(?:因)?(?:政府)?信息公开(?:工作)?(?:被)?(?:申请|提起)?(?:的)?行政复议.{0,4}行政诉讼(?:的)?情况/,
    likely: /行政复议.{0,6}(?:行政)?诉讼|^(?:行政)?复议.{0,4}诉讼/,
  },
  {
    ordinal: 5,
    label: { zh: '存在的主要问题及改进情况', en: 'Main problems and improvements' },
    sure: /^(?:政府信息公开)?(?:工作)?存在(?:的)?(?:主要)?(?:问题|不足).{0,6}(?:改进|整改)/,
    likely: /问题|不足|改进|下一步/,
  },
  {
    ordinal: 6,
    label: { zh: '其他需要报告的事项', en: 'Other matters to report' },
    sure: /^其[他它](?:需要?|应当?)(?:报告|说明)(?:的)?(?:事项|情况)/,
    likely: /^其[他它].{0,6}(?:事项|情况)/,
  },
];
