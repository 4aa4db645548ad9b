/** `npm start`: builds where something changed since the last build, then is the server. */
import { build, isBuilt } from './build.mjs';

if (!isBuilt()) {
  console.log('正在构建 Building, once after each change …');
  await build();
}
console.log('正在准备数据库 Preparing the database …');
await import('../dist/main.js');
