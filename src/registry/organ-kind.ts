import type { AgencyKind } from '../entities/vocabulary.js';

/** What an organ is, by its name without its region. */

export interface OrganKind {
  kind: AgencyKind;
  /** Town or street by its own words: 大垅乡人民政府. */
  town: 'TOWN' | 'STREET' | null;
  /** In a development zone: its committee, or a bureau of it. */
  zone: boolean;
  /** A branch of an organ of the region above, or of the organ named before it. */
  branch: boolean;
}

const STREET = /(?:街道办事处|街道|街道办|街|街办)$/;
const TOWN = /^.{1,20}?(?:镇|乡|苏木)(?:人民政府|政府)?(?:机关)?$/;
const GOVERNMENT = /^(?:人民)?政府(?:机关)?$/;
const AREA_OFFICE = /(?:行政公署|行署|区公所)$/;
const BRANCH = /(?:分局|派出所|分中心|分队|分所|支队|大队)$/;
const ZONE =
  /开发区|高新区|经开区|新区|新城|示范区|试验区|实验区|保税区|度假区|名胜区|景区|园区|工业园|产业园|科技园|物流园|管理区|合作区|自贸区|港区|集聚区|管委会/;
const COMMITTEE = /(?:管委会|管理委员会)(?:办公室)?$/;
const OTHER =
  /(?:联合会|总工会|妇联|残联|红十字会|协会|学会|公司|集团|医院|学校|大学|学院|党校)$|团委$|^中共|^中国共产党|共青团/;
const AUTHORIZED = /(?:中心|管理处|合作社|合作总社|供销社|馆|研究院|站|所)$/;
const DEPARTMENT = /(?:局|厅|委|办|署|部|处|室|队|院|委员会|海关|台)$/;

const rest = { town: null, zone: false, branch: false } as const;

/** The organ without plate; `sectors` tell a committee of a zone from one of a department (国有资产监督管理委员会). */
export const organKind = (organ: string, sectors: readonly string[]): OrganKind => {
  if (STREET.test(organ)) return { ...rest, kind: 'DISPATCHED_ORGAN', town: 'STREET' };
  if (GOVERNMENT.test(organ)) return { ...rest, kind: 'GOVERNMENT' };
  if (TOWN.test(organ)) return { ...rest, kind: 'GOVERNMENT', town: 'TOWN' };
  if (AREA_OFFICE.test(organ)) return { ...rest, kind: 'DISPATCHED_ORGAN' };
  const committee = COMMITTEE.test(organ) && sectors.every((s) => s === 'GOV_OFFICE');
  const zone = committee || ZONE.test(organ);
  if (committee) return { ...rest, kind: 'ZONE_COMMITTEE', zone };
  if (BRANCH.test(organ)) return { ...rest, kind: 'DISPATCHED_BODY', zone, branch: true };
  return { ...rest, kind: plainKind(organ), zone };
};

const plainKind = (organ: string): AgencyKind => {
  if (OTHER.test(organ)) return 'OTHER_ORGAN';
  if (AUTHORIZED.test(organ)) return 'AUTHORIZED_ORGANIZATION';
  return DEPARTMENT.test(organ) ? 'DEPARTMENT' : 'OTHER_ORGAN';
};

/** National systems whose organs report to their own superior (Regulation, art. 3). */
const NATIONAL_HEAD =
  /^(?:中华人民共和国|国家[^局市县区]{2,12}(?:总局|局)|中国人民银行|中国(?:银行保险|证券)监督管理委员会|中国(?:银保监会|证监会|气象局))/;
const NATIONAL_ORGAN =
  /^(?:国家)?税务(?:总)?(?:局|分局|所)|第.税务|气象(?:局|台|部门)|烟草专卖|邮政管理|海关$|海事(?:局|处)|调查总?队$|金融监督管理总局|监管分局$|消防救援(?:总队|支队|大队|局)|出入境边防|通信管理局|(?:矿山|煤矿)安全监察|人民银行|外汇管理|证监局|银保监/;

/** 国家税务总局 of 国家税务总局广州市白云区税务局; empty where the name does not begin so. */
export const nationalHead = (name: string): string => NATIONAL_HEAD.exec(name)?.[0] ?? '';

export const isNationalOrgan = (organ: string): boolean => NATIONAL_ORGAN.test(organ);

const MINISTRY =
  /^国务院|^国家[^局省市县区州盟]{2,12}(?:总局|局|委员会)$|^中华人民共和国.{2,14}(?:部|总署|委员会)$|^中国气象局$/;
const BARE_MINISTRY = /^[^省市县区州盟旗]{2,9}部$/;

/** An organ of the State Council itself; 商务部 by its sector. */
export const isMinistry = (name: string, sectors: readonly string[]): boolean =>
  MINISTRY.test(name) || (BARE_MINISTRY.test(name) && sectors.length > 0);
