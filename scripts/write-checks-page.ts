/** Writes docs/checks.md from the catalogue of checks. */
import { writeFileSync } from 'node:fs';
import { checksPage } from './checks-page.js';

writeFileSync(new URL('../docs/checks.md', import.meta.url), checksPage());
