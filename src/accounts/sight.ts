import { grantsFor, type Act } from './policy.js';
import type { Viewer } from './viewer.js';

/** Whose unpublished reports somebody sees, in the form that SQL filters by. */
export interface Sight {
  everywhere: boolean;
  /** Codes of regions, each with all beneath. */
  regions: readonly string[];
  /** Database ids. */
  agencies: readonly string[];
}

/** What the viewer sees beyond what is public, or where it may do something else; of nobody nothing. */
export const sightOf = (viewer: Viewer, act: Act = 'SEE_UNPUBLISHED'): Sight => {
  const grants = grantsFor(viewer, act);
  return {
    everywhere: grants.some(({ regionCode, agencyId }) => regionCode === null && agencyId === null),
    regions: grants.flatMap(({ regionCode }) => regionCode ?? []),
    agencies: grants.flatMap(({ agencyId }) => agencyId ?? []),
  };
};

export const seesNothing = ({ everywhere, regions, agencies }: Sight): boolean =>
  !everywhere && regions.length === 0 && agencies.length === 0;
