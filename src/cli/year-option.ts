import { InvalidArgumentError } from 'commander';

/** A report year on the command line. */
export function reportYear(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) throw new InvalidArgumentError('YYYY');
  return Number(text);
}

/** An ISO date on the command line. */
export function isoDate(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw new InvalidArgumentError('YYYY-MM-DD');
  }
  return text;
}
