/** What a word of a sentence says of the figures beside it. */
export type Word =
  // What becomes of requests.
  | 'REQUEST'
  | 'RECEIVE'
  | 'ACCEPT'
  | 'HANDLE'
  | 'COMPLETE'
  | 'CARRY_IN'
  | 'CARRY_OUT'
  /** 结转 whose direction only a year beside it tells. */
  | 'CARRY'
  | `OUTCOME_${string}`
  | `REASON_${string}`
  | `APPLICANT_${string}`
  | `CHANNEL_${string}`
  /** 公民、法人和其他组织: whoever asks. */
  | 'ANYONE'
  // Appeals.
  | 'RECONSIDERATION'
  | 'LITIGATION'
  | 'APPEALS'
  /** Litigation by the way that led to it: at once, or 复议后起诉. */
  | 'TRACK'
  | 'UPHELD'
  | 'CORRECTED'
  | 'DEFEATED'
  | 'WITHDRAWN'
  | 'PENDING'
  | 'CONCLUDED'
  | 'OTHER'
  // Publication, documents, decisions.
  | 'PROACTIVE'
  | 'PUBLISH'
  | 'WEBSITE'
  | 'WECHAT'
  | 'WEIBO'
  | 'NEW_MEDIA'
  | 'PRESS'
  | 'OTHER_WAY'
  /** A notice board or screen, which has no metric. */
  | 'BOARD'
  | 'NORMATIVE'
  | 'REGULATIONS'
  | 'ISSUE'
  | 'REPEAL'
  /** 修改, which no metric counts. */
  | 'AMEND'
  | 'IN_FORCE'
  | 'LICENCE'
  | 'PENALTY'
  | 'COERCION'
  // Money.
  | 'FEES'
  | 'PROCESSING_FEE'
  | 'CHARGE'
  // Words that steer.
  | 'NONE'
  | 'ALL'
  | 'EACH'
  | 'RESPECTIVELY'
  | 'SUM'
  | 'AMONG'
  /** 已 before what was done. */
  | 'DONE'
  | 'PRIOR'
  | 'RISE'
  | 'FALL'
  | 'THAN'
  | 'SHARE'
  /** 政府信息公开 and the like, which say nothing of what is counted. */
  | 'OGI'
  /** What happens to a request on its way: 延期, 会商. */
  | 'ASIDE'
  /** 公开属性: documents by whether they may be published. */
  | 'CLASSES'
  /** Things that are counted but by no metric: letters, calls, proposals, meetings. */
  | 'ELSE';

/**
 * Words with their wordings: regular expressions for plain text (simplified, no spaces, brackets and commas of half
 * width), in which brackets only group.
 */
export type Wordings = readonly (readonly [Word, readonly string[]])[];

export const YEAR_BEFORE = '(上一?年度?|去年度?|往年|前一?年度?)';
export const YEAR_AFTER = '(下一?个?年度?|次年度?|来年|明年|翌年)';
export const OGI = '(政府|政务)?信息公开';
