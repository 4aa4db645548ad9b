import type { ArchiveManifest } from '../export/archive/archive-manifest.js';
import type { Language } from '../format/form.js';

/** What `nianbao archive` says, in each language. */
export const archiveWords = {
  archive: {
    ZH: '某一年度全部已公布报告的数据包',
    EN: 'all published reports of a year in one archive',
  },
  write: {
    ZH: '写出数据包：每份报告的 JSON、全部单元格的 CSV、数据字典、校验和；写成后重新读取核对',
    EN: 'write it: each report as JSON, all cells as CSV, a data dictionary, hashes; it is read again before it takes its name',
  },
  verify: {
    ZH: '核对数据包：校验和、两种格式逐格一致',
    EN: 'read one again: its hashes, and both formats cell by cell',
  },
  region: {
    ZH: '仅此地区及其下级；不写则为全国，不含示例省',
    EN: 'of this region and what lies beneath alone; else the country, without the fictional province',
  },
  zip: { ZH: '数据包文件（.zip）', EN: 'the archive (.zip)' },
} as const;

export const archiveTold = ({ year, reports }: ArchiveManifest): Record<Language, string> => ({
  ZH: `${year} 年度：${reports} 份报告，已核对。`,
  EN: `${year}: ${reports} reports, read again without a difference.`,
});
