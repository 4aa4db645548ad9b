import type { Context } from './context.js';
import type { Label } from './label.js';
import { shifted } from './numbers.js';
import type { Token } from './tokens.js';

const EXPONENTS: Readonly<Record<string, number>> = { 元: 0, 万元: 4, 亿元: 8 };

/**
 * Fees in the unit of their metric: 信息处理费 in yuan, the fees of table two in 万元.
 * @returns undefined where the figure is no money, null where it is other money
 */
export function moneyMetric(
  figure: Token & { kind: 'number' },
  label: Label,
  behind: readonly Token[],
  context: Context,
): { metric: string; value: string } | null | undefined {
  const exponent = EXPONENTS[figure.unit];
  if (exponent === undefined) return undefined;
  const words = [...label.words, ...behind.flatMap((t) => (t.kind === 'word' ? [t.word] : []))];
  const named = words.find((w) => w === 'FEES' || w === 'PROCESSING_FEE');
  const kind =
    named ??
    (words.includes('CHARGE') || label.words.every((w) => w === 'SUM') ? topicOf(context) : null);
  if (kind === 'FEES') {
    context.topic = 'FEES';
    return { metric: 'ADMINISTRATIVE_FEE_WAN', value: shifted(figure.value, exponent - 4) };
  }
  if (kind !== 'PROCESSING_FEE') return null;
  context.topic = 'PROCESSING_FEE';
  return { metric: 'PROCESSING_FEE_YUAN', value: shifted(figure.value, exponent) };
}

const topicOf = ({ topic, pending }: Context): string | null => {
  const before = pending.findLast((w) => w === 'FEES' || w === 'PROCESSING_FEE');
  return before ?? (topic === 'REQUESTS' ? 'PROCESSING_FEE' : topic);
};
