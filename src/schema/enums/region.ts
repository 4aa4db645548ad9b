import type { AgencyKind, RegionLevel } from '../../rollup/shapes.js';
import { enumType } from './register.js';

export const RegionLevelEnum = enumType<RegionLevel>(
  'RegionLevel',
  'Level of a region, and of the government whose organ an agency is. A region may skip levels.',
  {
    COUNTRY: '国家 (the country)',
    PROVINCE: '省级 (province, autonomous region, municipality under the central government)',
    PREFECTURE: '地级 (prefecture-level city, prefecture, autonomous prefecture, league)',
    COUNTY: '县级 (county, district, county-level city, banner)',
    TOWNSHIP: '乡级 (town, township, street)',
  },
);

export const AgencyKindEnum = enumType<AgencyKind>(
  'AgencyKind',
  'What kind of organ an agency is.',
  {
    GOVERNMENT: '人民政府 (people’s government)',
    DEPARTMENT: '政府部门 (department of a government)',
    DISPATCHED_ORGAN: '派出机关（街道办事处、行政公署） (organ dispatched by a government)',
    DISPATCHED_BODY: '派出机构（分局、所） (body dispatched by a department)',
    AUTHORIZED_ORGANIZATION: '法律、法规授权的组织 (organization authorized by law or regulation)',
    ZONE_COMMITTEE: '开发区、高新区等管理委员会 (administrative committee of a development zone)',
    OTHER_ORGAN: '其他（群团组织等） (other, e.g. mass organizations)',
  },
);
