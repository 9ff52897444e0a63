import { defineConfig } from 'vitest/config';

/** What needs no server, database, browser or process of its own. */
const UNIT = [
  'test/*.test.ts',
  'test/answer/*.test.ts',
  'test/{corpus,search}/**/*.test.ts',
  'test/slack/{blocks,reading,sending}/**/*.test.ts',
];
/** Input that means harm, and how long it takes: seconds each, and best measured in a process of their own. */
const HOSTILE = [
  'test/linear-expressions.test.ts',
  'test/**/{bad-input,faults,hostile,hostile-sheets,time-limit,unpack}.test.ts',
];
const SCENARIOS = 'test/scenarios/*.test.ts';
/** Once, before the first process starts from it. */
const BUILD = 'test/build.ts';

export default defineConfig({
  test: {
    // Two cores: end-to-end files each start servers, and a starved one looks like a broken one.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // Importing a module does nothing and no module keeps anything (test/house.test.ts), so file after file may run
        // in one process, which loads our code and the lists of words once.
        test: { name: 'unit', include: UNIT, exclude: HOSTILE, isolate: false },
      },
      { extends: true, test: { name: 'hostile', include: HOSTILE } },
      {
        extends: true,
        test: {
          name: 'rooms',
          globalSetup: BUILD,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...UNIT, ...HOSTILE, SCENARIOS],
        },
      },
      { extends: true, test: { name: 'scenarios', globalSetup: BUILD, include: [SCENARIOS] } },
    ],
  },
});
