export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface ChartProps {
  /** What a screen reader says of it. */
  readonly label: string;
  readonly years: readonly number[];
  readonly series: readonly Series[];
  /** Years before which figures cannot simply be compared. */
  readonly breaks: readonly number[];
  readonly percent?: boolean;
}
