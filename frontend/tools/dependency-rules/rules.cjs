/** The dependency rules of docs: shared knows no feature; features meet only at public.ts; no cycles. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-knows-no-feature',
      severity: 'error',
      from: { path: '^src/shared' },
      to: { path: '^src/(features|routes|app)' },
    },
    {
      name: 'features-meet-at-public',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/([^/]+)/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/public\\.tsx?$'],
      },
    },
    {
      name: 'features-know-no-route',
      severity: 'error',
      from: { path: '^src/features' },
      to: { path: '^src/(routes|app)' },
    },
    {
      name: 'routes-use-public',
      severity: 'error',
      from: { path: '^src/(routes|app)' },
      to: { path: '^src/features/[^/]+/', pathNot: '^src/features/[^/]+/public\\.tsx?$' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(route-tree\\.gen|schema\\.d)\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'] },
  },
};
