/**
 * Other wordings of official labels that edit distance alone does not bridge, each with a document it was seen in.
 * A new one is a line here: the reader takes it up by itself.
 */
export interface Alias {
  /** The official label, as printed on the form of either edition. */
  of: string;
  /** The other wording. */
  as: string;
  /** Published document, or the kind of document, in which it stands. */
  seenIn: string;
}

const alias = (of: string, as: string, seenIn: string): Alias => ({ of, as, seenIn });

export const aliases: readonly Alias[] = [
  alias('行政规范性文件', '规范性文件', '岳阳市信访局 (xfj.yueyang.gov.cn content_1916974)'),
  alias('（六）其他处理', '（六）其他', '沭阳县 2024 (OCR copy)'),
  alias(
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '1.逾期不补正',
    '沭阳县 2024 (OCR copy)',
  ),
  alias(
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '2.逾期未缴费',
    '沭阳县 2024 (OCR copy)',
  ),
  alias('本年制发件数', '本年度制发数', '国家税务总局珠海市税务局 2023'),
  alias('本年废止件数', '本年废止数', '国家税务总局珠海市税务局 2023'),
  alias('本年废止件数', '本年度止件数', '周口市公安局 2024'),
  alias(
    '二、上年结转政府信息公开申请数量',
    '二、上年结转政府信息公开数量',
    '临潼区开发区管委会 2021',
  ),
  alias('本年处理决定数量', '本年处理绝对数量', '临潼区开发区管委会 2021'),
  alias('本年处理决定数量', '处理决定数量', '黑河市气象局 2021, blocks of both editions'),
  alias('本年收费金额（单位：万元）', '本年收费金额', '西青区科学技术局 2023'),
  alias('本年新制作数量', '本年新', '乌海市工业和信息化局 2020, head cut at its line break'),
  alias('本年新公开数量', '本年新', '乌海市工业和信息化局 2020, head cut at its line break'),
  alias('结果维持', '维持', '洪泽区 2023, narrative wording used as head'),
  alias('结果纠正', '纠正', '洪泽区 2023, narrative wording used as head'),
  alias('总计', '合计', 'tables made by hand'),
  alias('总计', '共计', 'tables made by hand'),
  alias('未经复议直接起诉', '直接起诉', 'tables made by hand'),
  alias('复议后起诉', '经复议后起诉', 'tables made by hand'),
  alias('三、本年度办理结果', '办理结果', 'tables made by hand'),
];

/** Printed on the form in the corner of table three. */
export const cornerNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
