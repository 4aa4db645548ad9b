import type { Language } from '../format/form.js';

/** What `nianbao admin` says, in each language. */
export const adminWords = {
  admin: { ZH: '账号管理员', EN: 'administrators of the accounts' },
  create: {
    ZH: '新建一名管理员（可管理全部账号和角色）；口令从标准输入读取，在终端上则逐次询问，不回显',
    EN: 'make an administrator, who keeps all accounts and roles; the password is read from standard input, or asked for at a terminal without showing it',
  },
  name: { ZH: '登录名', EN: 'the name to sign in with' },
  display: {
    ZH: '显示的姓名，默认与登录名相同',
    EN: 'the name that is shown; the same by default',
  },
  password: { ZH: '口令（至少 12 个字符）：', EN: 'Password, at least 12 characters: ' },
  again: { ZH: '再输一次：', EN: 'Once more: ' },
  differ: { ZH: '两次输入的口令不同。', EN: 'The two passwords differ.' },
  created: { ZH: '已新建管理员', EN: 'Made the administrator' },
  exit: {
    ZH: '\n退出状态：0 已新建；1 未新建，原因见标准错误输出；2 用法错误。',
    EN: '\nExit status: 0 made, 1 not, standard error says why, 2 wrong usage.',
  },
} as const satisfies Record<string, Record<Language, string>>;
