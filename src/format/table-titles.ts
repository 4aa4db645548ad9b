import type { Label, TableName } from './form.js';

/** Headings of the three sections that are tables, the same in both editions. */
export const tableTitles: Readonly<Record<TableName, Label>> = {
  ACTIVE_DISCLOSURE: { zh: '二、主动公开政府信息情况', en: '2. Active disclosure' },
  REQUESTS: { zh: '三、收到和处理政府信息公开申请情况', en: '3. Requests received and processed' },
  APPEALS: {
    zh: '四、政府信息公开行政复议、行政诉讼情况',
    en: '4. Administrative reconsideration and litigation',
  },
};
