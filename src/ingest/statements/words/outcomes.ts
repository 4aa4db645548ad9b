import type { Wordings } from './word.js';

const BY_ORGAN = '(行政|本)机关不再处理(其)?(政府信息公开)?(申请)?';

/** Why a request was not granted, in the words of the form and in others. */
export const reasons: Wordings = [
  ['REASON_STATE_SECRET', ['(属于?|涉及|因)*国家秘密']],
  [
    'REASON_PROHIBITED_BY_LAW',
    ['(属于?)?其他法律[、和]?(行政)?法规(规定)?禁止公开', '法律[、和]?行政法规禁止公开'],
  ],
  [
    'REASON_SECURITY_AND_STABILITY',
    ['(可能)?(危及|影响)[“"]?(三安全一稳定|国家安全.{0,18}社会稳定)[”"]?'],
  ],
  [
    'REASON_THIRD_PARTY_RIGHTS',
    [
      '(保护|涉及|损害|侵害|属于?)?第三[方人]的?(合法)?权益',
      '(涉及|属于?)(商业秘密|个人隐私)([、和或及](商业秘密|个人隐私))?',
    ],
  ],
  ['REASON_INTERNAL_AFFAIRS', ['(属于?)?(三类)?内部(事务|管理)(性|类)?(信息)?']],
  ['REASON_DELIBERATIVE_PROCESS', ['(属于?)?(四类)?过程性+(信息)?']],
  ['REASON_ENFORCEMENT_CASE_FILE', ['(属于?)?(行政)?执法案卷(信息|类)?']],
  [
    'REASON_ADMINISTRATIVE_QUERY',
    ['(属于?)?行政查询类?(事项)?', '属于?(工商|不动产)登记资料(查询)?'],
  ],
  [
    'REASON_NOT_HELD',
    [
      '(因|属于?|系)*([本我该](行政)?(机关|办|局|单位|部门|委|镇|街道|区|县|市|厅|中心)|机关)?并?[不未非](掌握|制作或者?保存|制作、保存|本(机关|单位|部门|局)(制作|掌握|保存|公开)?(或者?(掌握|保存))?)的?(相关)?(政府)?(信息)?',
      '(政府)?信息确?不存在',
    ],
  ],
  [
    'REASON_NEEDS_CREATION',
    ['(没有|无)现成的?(政府)?信息[、,]?需?要?(另行)?(制作|加工)?', '需要?另行(制作|加工|汇总)'],
  ],
  ['REASON_UNCLEAR_AFTER_CORRECTION', ['经?补正后(申请)?(内容)?(仍|依然)?不明确']],
  [
    'REASON_PETITION_OR_COMPLAINT',
    [
      '(属于?|以|系|为)*(信访|举报|投诉)(、?和?或?(信访|举报|投诉))*(类|性质)的?(申请|事项)?',
      '(属于?|系)(信访|举报|投诉)([、和或](举报|投诉))*(事项)?',
      '信访、?举报、?投诉(类)?(申请)?',
    ],
  ],
  ['REASON_DUPLICATE_REQUEST', ['(属于?|为|系)?重复(提出|提交)?的?(政府信息公开)?申请']],
  ['REASON_PUBLISHED_MATERIAL', ['(要求)?(提供)?公开出版物']],
  ['REASON_EXCESSIVE_REQUESTS', ['(无正当理由)?的?大量、?(反复|重复)(提出)?申请']],
  [
    'REASON_CONFIRMATION_OR_REISSUE',
    ['(要求)?([行政本]+机关)?(确认或者?)?重新出具(已获取)?的?(政府)?信息'],
  ],
  [
    'REASON_CORRECTION_OVERDUE',
    [`(申请人)?(无正当理由)?逾期[不未]予?补正的?([、,]?${BY_ORGAN})?(视为放弃(申请)?)?`],
  ],
  [
    'REASON_FEE_UNPAID',
    [`(申请人)?逾期[不未](按)?(收费通知)?(要求)?(缴纳?|交纳?)(信息处理)?费用?([、,]?${BY_ORGAN})?`],
  ],
];

/** How requests were decided. */
export const outcomes: Wordings = [
  ['OUTCOME_GRANTED_OR_PARTIAL', ['(予以|同意)?公开(以?及|或者?|/)(予以|同意)?部分公开']],
  [
    'OUTCOME_PARTIALLY_GRANTED',
    [
      '(予以|同意|作出|依法|决定)*[“"]?部分(予以|同意)?公开[”"]?(\\(区分处理[^()]*\\))?(答复|决定)?',
    ],
  ],
  [
    'OUTCOME_REFUSED',
    ['(依法|作出|决定)*[“"]?(不予公开|不同意公开|拒绝公开|免予公开|不公开)[”"]?(答复|决定)?'],
  ],
  ['OUTCOME_UNABLE_TO_PROVIDE', ['[“"]?无法提供[”"]?']],
  ['OUTCOME_NOT_PROCESSED', ['[“"]?不予(重复)?处理[”"]?']],
  ['OUTCOME_OTHER', ['[“"]?(作出?|进行|予以)?其他(处理|方式处理|情形|答复)[”"]?']],
  [
    'OUTCOME_GRANTED',
    [
      '(依法|作出|决定)*[“"]?(予以(全部|全文|主动)?公开|同意(全部)?公开|全部公开|依法公开|准予公开)[”"]?(答复|决定)?',
    ],
  ],
  ['OTHER', ['其他(结果|情形)?(?!方式|渠道|途径|形式|平台|媒体|组织)']],
];
