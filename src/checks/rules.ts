import type { Rule } from './definition.js';
import { a5 } from './a5.js';
import { a6 } from './a6.js';
import { c1c2 } from './c1-c2.js';
import { c3 } from './c3.js';
import { c4 } from './c4.js';
import { c5 } from './c5.js';
import { c6 } from './c6.js';
import { f1 } from './f1.js';
import { f10 } from './f10.js';
import { f11 } from './f11.js';
import { f12 } from './f12.js';
import { f13 } from './f13.js';
import { f2 } from './f2.js';
import { f3 } from './f3.js';
import { f4 } from './f4.js';
import { f5 } from './f5.js';
import { f6 } from './f6.js';
import { f7 } from './f7.js';
import { f8 } from './f8.js';
import { f9 } from './f9.js';
import { n1 } from './n1.js';
import { n10 } from './n10.js';
import { n2 } from './n2.js';
import { n3 } from './n3.js';
import { n4 } from './n4.js';
import { n5 } from './n5.js';
import { n6 } from './n6.js';
import { n7 } from './n7.js';
import { n8 } from './n8.js';
import { n9 } from './n9.js';
import { p1 } from './p1.js';
import { p2 } from './p2.js';
import { p3 } from './p3.js';
import { p4 } from './p4.js';
import { p5 } from './p5.js';
import { sums } from './sums.js';
import { x1x2 } from './x1-x2.js';
import { x3 } from './x3.js';
import { x4 } from './x4.js';
import { x5 } from './x5.js';
import { x6 } from './x6.js';

/** The rules in the order of the catalogue. */
export const rules: readonly Rule[] = [
  sums,
  a5,
  a6,
  x1x2,
  x3,
  x4,
  x5,
  x6,
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
  f12,
  f13,
  n1,
  n2,
  n3,
  n4,
  n5,
  n6,
  n7,
  n8,
  n9,
  n10,
  p1,
  p2,
  p3,
  p4,
  p5,
  c1c2,
  c3,
  c4,
  c5,
  c6,
];
