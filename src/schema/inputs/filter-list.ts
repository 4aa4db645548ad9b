import { applyDecorators } from './apply-decorators.js';
import { ArrayMaxSize, IsArray, IsOptional } from 'class-validator';

/** Most entries of a list in a filter. */
const MOST = 1000;

/** A list of a filter: absent or null does not restrict. */
export const FilterList = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST, { message: `$property has at most ${MOST} entries` }),
  );
