import { defineConfig } from 'vitest/config';

const docs = 'packages/checks/src/docs.test.ts';
const pack = 'packages/checks/src/pack.test.ts';

export default defineConfig({
  test: {
    coverage: {
      include: ['packages/{core,grad,nn,train}/src/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: ['text', 'html', 'json-summary'],
    },
    projects: [
      { extends: true, test: { name: 'unit', include: ['packages/*/{src,test}/**/*.test.ts'], exclude: [docs, pack] } },
      { extends: true, test: { name: 'docs', include: [docs] } },
      { extends: true, test: { name: 'examples', include: ['examples/**/*.test.ts'], testTimeout: 300_000 } },
      // Needs npm and its registry, and a minute: `pnpm test:pack`.
      { extends: true, test: { name: 'pack', include: [pack], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
