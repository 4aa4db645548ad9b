/** Words that the name of an organ ends with, longest first where one contains another. */
const ENDINGS =
  '人民政府|政府|委员会|管委会|工委|委|办公厅|办公室|办事处|办|局|厅|部|署|院|中心|街道|镇|乡|支队|大队|总队|队|站|所|处|社|会|馆|校|学院|公司|集团|海关|法院|检察院|机关|系统|部门|行|省|市|县|区|旗|盟|州|苏木|兵团|街|园|团|室|组|矿|场';
const NAME = new RegExp(
  `^[\\p{Script=Han}A-Za-z0-9〇·、，（）()“”"—-]{1,58}(?:${ENDINGS})(?:[（(][^（）()]{2,40}[）)])?$`,
  'u',
);
/** Words that stand in sentences and menus, never in a name. */
const NO_NAME =
  /^(?:我|本|该|各|其|关于|根据|按照|依据|首页|当前|网站|政务公开|信息公开|年度|来源|中华人民共和国)|公开(?:指南|目录|制度|平台|专栏|年报|网)?$|报告|条例|通知|情况|要求|格式|×|\*{2}|_{2}|Ｘ|[Xx]{2}|某某/;

/** True for text that may be the name of an organ, in full or shortened. */
export const isAgencyName = (text: string): boolean =>
  text.length >= 3 && NAME.test(text) && !NO_NAME.test(text);

/** Endings after which a name is whole; 街道, 镇 or 县 alone name a place. */
export const namesAPlace = (name: string): boolean =>
  /(?:街道|镇|乡|苏木|[省市县区旗盟州]|街)$/.test(name) && !/(?:小区|园区)$/.test(name);

/** The office inside an organ that answers for it: 统计局党政办公室. */
const WITHIN =
  /(?<=[局委厅镇乡街]|委员会|中心|政府|街道|办事处)(?:党政(?:综合)?|综合|行政)办(?:公室)?$/;

/** Takes off what a title adds to a name: quotes, 关于, 机关, brackets with 本级. */
export function trimName(text: string): string {
  let name = text.replace(
    /^(?:附件\d*[:：]?|关于|印发|公布|发布|公开|转发|【|\[|《|〈|"|“|[-—–_|·:：,，、.．\d])+/u,
    '',
  );
  name = name.replace(/(?:关于|公布|发布|的|[-—–_|·:：,，、.．【\[《〈"“])+$/u, '');
  name = name.replace(WITHIN, '');
  name = name.replace(/[（(](?:本级|本部|机关|汇总|全市|全县|全区|图片版|部门)[）)]$/, '');
  return /(?:政府|局|委|厅|委员会|办公室)机关$/.test(name) ? name.slice(0, -2) : name;
}
