import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql ships two builds; type-graphql loads this one, and a schema may hold types of one alone.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
