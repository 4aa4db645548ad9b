/** The walk through the folders of docs/design: each imports only itself and folders before it. */
const order = [
  'format',
  '(ingest|checks)',
  'entities',
  'registry',
  'accounts',
  'filing',
  'rollup',
  'export',
  'schema',
  'resolvers',
  'server',
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^src/entities/' },
      to: { circular: true },
    },
    {
      name: 'ingest-and-checks-are-apart',
      severity: 'error',
      from: { path: '^src/ingest/' },
      to: { path: '^src/checks/' },
    },
    {
      name: 'checks-and-ingest-are-apart',
      severity: 'error',
      from: { path: '^src/checks/' },
      to: { path: '^src/ingest/' },
    },
    {
      name: 'format-is-pure',
      severity: 'error',
      from: { path: '^src/(format|checks)/' },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    {
      name: 'typeorm-stays-in-storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(entities|registry|accounts|filing|rollup|server)/' },
      to: { path: 'node_modules/typeorm' },
    },
    {
      name: 'console-knows-form-and-checks-alone',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { path: '^src/', pathNot: '^src/(console|format|checks)/' },
    },
    {
      name: 'nothing-knows-the-console',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/console/' },
      to: { path: '^src/console/' },
    },
    ...order.slice(0, -1).map((layer, i) => ({
      name: `${layer}-looks-back`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: { path: `^src/(${order.slice(i + 1).join('|')})/|^src/cli` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/console/playground/' },
  },
};
