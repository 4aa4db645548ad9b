/** Whose office, and of which year. */
export interface Place {
  readonly region: string;
  readonly year: number;
}
