import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Two cores: files that start servers or processes starve each other, and a starved one looks like a broken one.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/scenarios/**'],
          // Importing a module does nothing and no module keeps anything, so one process may run file after file, and
          // loads Bolt, the lists of words and our own code once.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'scenarios', include: ['test/scenarios/*.test.ts'] } },
    ],
  },
});
