import type { ReportScope } from '../../format/report.js';
import type { Line } from './plain.js';

const SYSTEM = /系统|气象部门|税务部门/;
const WHOLE_SYSTEM =
  /(?:汇总|包含|包括|涵盖).{0,12}(?:全系统|本系统|系统各|系统内)|全[省市区县州]?.{0,8}系统.{0,12}(?:汇总|数据)/;
const WHOLE_REGION =
  /(?:本)?(?:报告|年报|数据).{0,24}(?:汇总|涵盖|综合)(?:了)?.{0,16}(?:全[省市州县区旗]|各?[县市区乡镇]|辖区|本行政区域)|(?:全[省市州县区旗]|本行政区域)(?:数据|情况)?汇总|汇总(?:编制|全[省市州县区旗])/;
/** 2023年全区受理政府信息公开申请21件: the requests that are counted are the region's. */
const REQUESTS_OF_REGION =
  /全[省市州盟县区旗](?:各级行政机关)?(?:共|累计|共计|总计|合计|全年){0,2}(?:新?收到|受理|新收|收办|办理|办结|答复)(?:政府|各类|有效|的)?[^。；;，,]{0,8}(?:信息公开|依申请公开|公开)[^。；;，,]{0,6}(?:申请|件)/;
const LEVEL =
  /(?:包括|包含|含|涵盖)?本级政府(?:及|和)(?:其)?(?:所属|工作)?部门|(?:[省市县区]|[省市县区]政府)本级|(?:政府及(?:其)?(?:所属|工作)?部门).{0,8}数据/;
const ORGAN =
  /以.{2,30}(?:政府)?及其办公[室厅](?:的)?名义|(?:仅限|仅为|仅包括|不含|不包括).{0,30}(?:机关|本级|本机关|下属|部门)/;

/** Offices that compile a region's report. */
const OFFICE = /政府.*办公[室厅]$|公开办$/;

/**
 * Whose requests the report counts, by its title and text. A department, an office, a town or a sub-district reports on
 * itself unless it says otherwise; a county's or higher government may mean three things, then null.
 */
export function scopeOf(
  title: string,
  agency: string | null,
  lines: readonly Line[],
): ReportScope | null {
  if (/(?:政府|局|委|厅|会|办公室)机关/.test(title)) return 'ORGAN';
  if (SYSTEM.test(title)) return 'SYSTEM_CONSOLIDATED';
  const text = lines
    .filter((l) => !l.inGrid && l.plain.length > 6)
    .slice(0, 40)
    .map((l) => l.plain.slice(0, 800))
    .join('\n');
  if (ORGAN.test(text)) return 'ORGAN';
  const government = agency !== null && /[省市州县区旗]人民政府$/.test(agency);
  if (OFFICE.test(agency ?? '') && WHOLE_REGION.test(text)) return 'REGION_CONSOLIDATED';
  if (WHOLE_SYSTEM.test(text) && !government) return 'SYSTEM_CONSOLIDATED';
  if (government || agency === null) {
    if (WHOLE_REGION.test(text) || (government && REQUESTS_OF_REGION.test(text))) {
      return 'REGION_CONSOLIDATED';
    }
    return LEVEL.test(title) || LEVEL.test(text) ? 'GOVERNMENT_LEVEL' : null;
  }
  return 'ORGAN';
}
