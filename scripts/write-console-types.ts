import { writeFileSync } from 'node:fs';
import { consoleTypes } from './console-types.js';

writeFileSync('src/console/gql.ts', await consoleTypes());
