import type { Dimension } from '../../rollup/shapes.js';
import { enumType } from './register.js';

export const DimensionEnum = enumType<Dimension>(
  'Dimension',
  'What a total is grouped by. Reports without a value (a provincial department has no PREFECTURE, nor has a ' +
    'district of 北京) form a group with that key null; such groups come last in every order. Groups never ' +
    'overlap, but for SECTOR.',
  {
    YEAR: 'The year reported on.',
    PROVINCE: 'The province of the report’s region.',
    PREFECTURE: 'The prefecture of the report’s region.',
    COUNTY: 'The county of the report’s region.',
    CHILD_REGION:
      'The next region beneath the one region of the filter (the country where there is none), whatever its ' +
      'level; null for that region’s own agencies.',
    LEVEL: 'Level of the government whose organ the agency is.',
    KIND: 'Kind of the agency.',
    SECTOR:
      'A merged department counts in each of its sectors, of those the filter asks for: never add these groups up.',
    AGENCY: 'Predecessors and successors are groups of their own.',
    SCOPE: 'Whose requests the reports count.',
  },
);
