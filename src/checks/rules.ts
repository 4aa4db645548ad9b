import { a5 } from './a5.js';
import { a6 } from './a6.js';
import type { Rule } from './definition.js';
import { f1 } from './f1.js';
import { f10 } from './f10.js';
import { f11 } from './f11.js';
import { f2 } from './f2.js';
import { f3 } from './f3.js';
import { f4 } from './f4.js';
import { f5 } from './f5.js';
import { f6 } from './f6.js';
import { f7 } from './f7.js';
import { f8 } from './f8.js';
import { f9 } from './f9.js';
import { p5 } from './p5.js';
import { sums } from './sums.js';
import { x1x2 } from './x1-x2.js';
import { x3 } from './x3.js';
import { x4 } from './x4.js';

/** The rules in the order of the catalogue. */
export const rules: readonly Rule[] = [
  sums,
  a5,
  a6,
  x1x2,
  x3,
  x4,
  f1,
  f2,
  f3,
  f4,
  f5,
  f6,
  f7,
  f8,
  f9,
  f10,
  f11,
  p5,
];
