import { PlaceNames } from './place-names.js';
import { referenceRegions } from './reference.js';

let names: PlaceNames | null = null;

/** Names of the regions that ship with the program, indexed once. */
export const referencePlaceNames = (): PlaceNames => (names ??= new PlaceNames(referenceRegions()));
