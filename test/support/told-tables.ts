import type { ThreeTables, TotalGroup } from '../../src/rollup/shapes.js';

/** Every figure of three tables, as plain objects that can be compared. */
export const toldTables = ({ activeDisclosure, requests, appeals }: ThreeTables): ThreeTables => {
  const { received, carriedIn, outcomes, completed, carriedOut } = requests;
  return {
    activeDisclosure,
    requests: { received, carriedIn, outcomes, completed, carriedOut },
    appeals,
  };
};

export const toldTotal = <T extends Pick<TotalGroup, 'tables'>>(total: T): T => ({
  ...total,
  tables: toldTables(total.tables),
});
