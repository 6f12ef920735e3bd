import { defineConfig } from 'vitest/config';

// One browser, one service, one database: the files run one after another.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120000,
    hookTimeout: 120000,
  },
});
