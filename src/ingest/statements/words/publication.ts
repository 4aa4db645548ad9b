import type { Wordings } from './word.js';

/** Where information is published. */
export const ways: Wordings = [
  ['OTHER_WAY', ['其他(方式|渠道|途径|形式|平台|媒体)']],
  ['BOARD', ['(公开|公示|公告|宣传)栏|(电子)?(显示)?屏|政务服务中心|档案馆|图书馆']],
  [
    'NEW_MEDIA',
    [
      '(各类|各级)?(政务)?新媒体(平台|矩阵|账号|渠道)?',
      '(微博|微信)(公众号)?[、和及](政务)?(微信|微博)(公众号)?|两微一端',
    ],
  ],
  ['WECHAT', ['(政务|官方)?微信(公众号|订阅号|服务号|公众平台|平台|号)?|公众号|订阅号']],
  ['WEIBO', ['(政务|新浪|官方|原创|腾讯)*微博']],
  ['PRESS', ['报刊|报纸|电视台?|广播(电台)?|电台|(新闻|主流|传统|各类|各级)+媒体|日报|晚报']],
];

/** The website comes after the ways of asking: 网站申请 is no publication. */
export const website: Wordings = [
  [
    'WEBSITE',
    [
      '(门户|政府|政务|官方|部门|互联|集约化|公众)*(网站|门户网|官网|政务网|政府网|信息网|公开网|网页)',
      '政府信息公开(平台|目录系统|网)',
      '网(?=上?(主动)?(公开|发布))',
    ],
  ],
];

/** Documents and decisions of table two. */
export const documents: Wordings = [
  ['NORMATIVE', ['(行政)?规范性文件']],
  ['REGULATIONS', ['(市|省|地方)?(政府)?规章(?!制度|清单|的)']],
  ['LICENCE', ['行政许可类?(事项)?(处理)?(决定)?|(?<!行政)许可决定']],
  ['PENALTY', ['行政处罚类?(处理)?(决定)?(案件)?|(?<!行政)处罚决定']],
  ['COERCION', ['行政强制类?(措施)?(处理)?(决定)?']],
  ['IN_FORCE', ['现行有效的?(文件)?|继续有效']],
  ['AMEND', ['修改|修订']],
  ['REPEAL', ['(清理)?废止(文件)?|失效(废止)?|宣布失效']],
  ['ISSUE', ['新?(制定|制发|出台|印发|制作|制订)(发布|印发|出台|并公开)*']],
];

export const publishing: Wordings = [
  ['PROACTIVE', ['主动公开']],
  ['PUBLISH', ['公开|发布|公布|推送|刊发|刊登|编发|更新|发稿|转发|登载|播发|公示|刊播']],
];
