import type { Fingerprints } from '../entities/backup/write-backup.js';
import type { Language } from '../format/form.js';

/** What `nianbao backup` and `nianbao restore` say, in each language. */
export const backupWords = {
  backup: {
    ZH: '备份数据库（DATABASE_URL 或 DATA_DIR）的全部内容到一个文件',
    EN: 'write all of the database (DATABASE_URL or DATA_DIR) into a file',
  },
  restore: {
    ZH: '把备份恢复到空数据库，内置与服务器数据库可互相恢复；恢复后逐表核对',
    EN: 'put a backup into an empty database, embedded or on a server, and compare every table',
  },
  file: { ZH: '备份文件', EN: 'the backup' },
} as const;

const rows = (told: Fingerprints): number =>
  Object.values(told).reduce((sum, table) => sum + table.rows, 0);

export const backupTold = (told: Fingerprints): Record<Language, string> => ({
  ZH: `已备份 ${Object.keys(told).length} 张表，${rows(told)} 行。`,
  EN: `${Object.keys(told).length} tables with ${rows(told)} rows written.`,
});

export const restoreTold = (told: Fingerprints): Record<Language, string> => ({
  ZH: `已恢复 ${Object.keys(told).length} 张表，${rows(told)} 行，与备份时一致。`,
  EN: `${Object.keys(told).length} tables with ${rows(told)} rows restored, each as it was.`,
});
