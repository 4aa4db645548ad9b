/** `npm start`: builds where something changed since the last build, then is the server. */
import { build, isBuilt } from './build.mjs';

if (!isBuilt()) {
  console.log('Building, once after each change …');
  build();
}
await import('../dist/main.js');
