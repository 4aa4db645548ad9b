import type { Edition, TableName } from '../../format/form.js';
import { formOf } from '../../format/forms.js';
import type { CellStatus, ReportScope } from '../../format/report.js';
import { tableTitles } from '../../format/table-titles.js';
import type { ReportStatus } from '../../rollup/shapes.js';
import { enumType } from './register.js';

export const EditionEnum = enumType<Edition>(
  'Edition',
  'An edition of the form, by the document that prescribes it.',
  { E2019: formOf('E2019').source, E2021: formOf('E2021').source },
);

export const ReportScopeEnum = enumType<ReportScope>(
  'ReportScope',
  'Whose requests a report counts. Reports of different scopes are never added together. Those of the two ' +
    'consolidated scopes contain each other along the tree.',
  {
    ORGAN: '本机关 (the agency alone)',
    GOVERNMENT_LEVEL: '本级政府（含部门） (a government with its departments)',
    REGION_CONSOLIDATED: '本行政区域汇总 (everything in the region, lower governments included)',
    SYSTEM_CONSOLIDATED: '本系统汇总 (a system with its lower organs)',
  },
);

export const ReportStatusEnum = enumType<ReportStatus>(
  'ReportStatus',
  'Where a revision of a report stands in its life.',
  {
    DRAFT: 'The agency is working on it.',
    SUBMITTED: 'Handed in, not looked at yet.',
    RETURNED: 'Given back to be corrected.',
    ACCEPTED: 'Accepted by the office that oversees the agency, not public yet.',
    PUBLISHED: 'Public.',
    WITHDRAWN: 'Taken back after it was published.',
  },
);

export const TableNameEnum = enumType<TableName>('TableName', 'The three tables of the form.', {
  ACTIVE_DISCLOSURE: `${tableTitles.ACTIVE_DISCLOSURE.zh} (${tableTitles.ACTIVE_DISCLOSURE.en})`,
  REQUESTS: `${tableTitles.REQUESTS.zh} (${tableTitles.REQUESTS.en})`,
  APPEALS: `${tableTitles.APPEALS.zh} (${tableTitles.APPEALS.en})`,
});

export const CellStatusEnum = enumType<CellStatus>('CellStatus', 'How a cell was read.', {
  READ: 'A number was read.',
  BLANK: 'The cell is printed and empty.',
  MARK: 'The cell holds a mark such as / or — in place of a number.',
  UNREADABLE: 'The cell has text that is no number; it was not guessed.',
  ABSENT: 'The document has no such cell.',
  ENTERED: 'A person entered or corrected it; raw stays what was printed.',
});
