export interface FunnelPoint {
  readonly name: string;
  readonly denominator: number;
  /** Between 0 and 1. */
  readonly ratio: number;
  /** One of those that are compared. */
  readonly chosen: boolean;
}

export interface FunnelProps {
  readonly label: string;
  readonly points: readonly FunnelPoint[];
  /** Ratio of all together. */
  readonly overall: number;
  readonly xName: string;
  readonly yName: string;
}
