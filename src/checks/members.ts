import type { Edition } from '../format/form.js';
import type { ReportScope } from '../format/report.js';

/** A member of the roster that a consolidated report adds up. */
export interface ConsolidatedMember {
  agency: string;
  /** The scope that it counts with. */
  scope: ReportScope;
  /**
   * By `addressKey` as its report counts; null: none stated; a cell that is not listed is 0. Null as a whole: no report
   * of it counts.
   */
  figures: Readonly<Record<string, string | null>> | null;
  /** Of its tables. */
  editions: readonly Edition[];
  /** Of A1 to A4, those that its report fails. */
  failing: readonly string[];
  /** It consolidates into the region or one beneath it, as an organ of a national system does not. */
  belongs: boolean;
  /** Why it was added up, or left out, nevertheless; null where nobody decided so. */
  override: string | null;
}

/** Digits behind the point that amounts have. */
const SCALE = 6;

const toScaled = (value: string): bigint => {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(`${whole}${fraction.slice(0, SCALE).padEnd(SCALE, '0')}`);
};

const fromScaled = (scaled: bigint): string => {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(SCALE + 1, '0');
  const text = `${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`.replace(/\.?0+$/, '');
  return scaled < 0n ? `-${text}` : text;
};

type Figures = Pick<ConsolidatedMember, 'figures'>;

/** What a member gives to a cell; null where it states nothing. */
export const givenBy = ({ figures }: Figures, key: string): string | null => {
  if (figures === null) return null;
  const figure = figures[key];
  return figure === undefined ? '0' : figure;
};

/** What the members give to a cell; null where none states it. */
export const sumOfMembers = (members: readonly Figures[], key: string): string | null => {
  const stated = members.flatMap((member) => givenBy(member, key) ?? []);
  if (stated.length === 0) return null;
  return fromScaled(stated.reduce((sum, value) => sum + toScaled(value), 0n));
};

/** a − b, exactly. */
export const minus = (a: string, b: string): string => fromScaled(toScaled(a) - toScaled(b));
