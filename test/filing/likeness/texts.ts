import { formulae } from '../../../src/format/formulae.js';
import type { FilledForm } from '../../../src/format/report.js';
import { Random } from '../../../src/filing/synth/random.js';
import { formOfYear } from '../reports.js';

/** Reports as offices write them: standing phrases that all share, and between them what is their own. */

const WHO = [
  '办公室',
  '政务服务科',
  '法规股',
  '信息中心',
  '各业务股室',
  '新闻宣传科',
  '窗口人员',
  '分管领导',
];
const DID = [
  '制定',
  '修订',
  '梳理',
  '公布',
  '解读',
  '排查',
  '更新',
  '汇编',
  '清理',
  '督办',
  '抽查',
  '通报',
];
const WHAT = [
  '重点领域目录',
  '办事流程图',
  '惠企政策清单',
  '规划方案草案',
  '行政执法案卷',
  '农村饮水工程进度',
  '老旧小区改造名单',
  '义务教育招生范围',
  '耕地保护情况',
  '食品抽检结果',
  '应急预案文本',
  '财政预决算说明',
  '招标采购公告',
  '公交线路调整方案',
  '医保报销指南',
];
const HOW = [
  '逐月',
  '按季',
  '会同街道',
  '通过新媒体',
  '在政务大厅',
  '联合档案馆',
  '邀请群众代表',
  '借助网格员',
  '以图文形式',
];
const WHY = [
  '便于查询',
  '回应来信',
  '减少跑动',
  '消除误解',
  '方便监督',
  '避免重复申请',
  '接受评议',
  '补齐短板',
];

export const ownSentence = (random: Random): string => {
  const any = (list: readonly string[]): string => list[random.int(0, list.length - 1)]!;
  return `${any(WHO)}${any(HOW)}${any(DID)}${any(WHAT)}和${any(WHAT)}${random.int(2, 90)}项，${any(WHY)}。`;
};

export const proseOf = (seed: number, sentences = 30): string[] => {
  const random = new Random(`text ${seed}`);
  return Array.from({ length: sentences }, () => ownSentence(random));
};

/** A report whose text is these sentences among the standing phrases. */
export const reportWith = (
  agency: string,
  year: number,
  sentences: readonly string[],
): FilledForm => ({
  ...formOfYear(year),
  agency,
  sections: [
    {
      ordinal: 1,
      heading: '总体情况',
      text: `${agency}：\n${formulae.join('\n').replaceAll('0', String(year))}`,
    },
    { ordinal: 5, heading: '存在的主要问题及改进情况', text: sentences.join('') },
  ],
});

/** Other numbers, another name, and a few sentences of its own. */
export const copyOf = (sentences: readonly string[], seed: number): string[] => {
  const random = new Random(`copy ${seed}`);
  return sentences.map((sentence, i) =>
    i % 15 === 7 ? ownSentence(random) : sentence.replace(/\d+/g, () => String(random.int(2, 90))),
  );
};
