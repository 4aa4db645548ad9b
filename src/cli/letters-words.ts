import type { Language } from '../format/form.js';

/** What `nianbao letters` says, in each language. */
export const lettersWords = {
  letters: {
    ZH: '一次生成全部退回通知或催报函：每个成员单位一份 DOCX 和一份文本，存入 ZIP',
    EN: 'write all send-back letters or reminders at once: a DOCX and a text for each member, in a ZIP',
  },
  kind: {
    ZH: 'RETURN：退回通知（已退回的和报告有错误的）；REMINDER：催报函（未报送的）',
    EN: 'RETURN: to whoever was sent back or handed in errors; REMINDER: to whoever has not handed in',
  },
  answerBy: { ZH: '重新报送或报送的期限', EN: 'day by which they have to hand in' },
  signedBy: { ZH: '落款', EN: 'who signs' },
  output: { ZH: '写入的 ZIP 文件', EN: 'the ZIP file to write' },
} as const satisfies Record<string, Record<Language, string>>;

export const lettersTold = (count: number): Record<Language, string> => ({
  ZH: `已生成 ${count} 份。`,
  EN: `${count} letters written.`,
});
