import { defineConfig } from 'vitest/config';

/** Mutation testing asks only grad's own tests, and each mutant often: one project, no coverage of others. */
export default defineConfig({ test: { include: ['packages/grad/src/**/*.test.ts'] } });
