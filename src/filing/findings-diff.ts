import { addressKey } from '../format/form.js';
import type { Finding } from '../format/report.js';

/** Findings that one judgement has and the other has not. */
export interface FindingsDiff {
  gone: Finding[];
  come: Finding[];
}

/** Two findings are the same where they say the same of the same cells. */
const textOf = (finding: Finding): string =>
  JSON.stringify([
    finding.check,
    finding.severity,
    finding.message.ZH,
    finding.left,
    finding.right,
    finding.cells.map(addressKey),
  ]);

export const diffFindings = (
  before: readonly Finding[],
  after: readonly Finding[],
): FindingsDiff => ({ gone: without(before, after), come: without(after, before) });

/** Those of `some` that `others` lack, each counted as often as it stands there. */
const without = (some: readonly Finding[], others: readonly Finding[]): Finding[] => {
  const left = new Map<string, number>();
  for (const text of others.map(textOf)) left.set(text, (left.get(text) ?? 0) + 1);
  return some.filter((finding) => {
    const count = left.get(textOf(finding)) ?? 0;
    left.set(textOf(finding), count - 1);
    return count <= 0;
  });
};
