import type { CheckContext, CheckExample } from './definition.js';
import { exampleForm } from './example.js';

/** The context that an example stands for. */
export const contextOf = ({ context = {} }: CheckExample): CheckContext => {
  const { previous, predecessors, otherVersion, ...known } = context;
  return {
    ...known,
    ...(previous ? { previous: exampleForm(previous) } : {}),
    ...(predecessors ? { predecessors: predecessors.map(exampleForm) } : {}),
    ...(otherVersion ? { otherVersion: exampleForm(otherVersion) } : {}),
  };
};
