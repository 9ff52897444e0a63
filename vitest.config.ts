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
/** What a person can do in Slack, and what Slack is told: run twice, since Slack reaches the bot in two ways. */
const BOTH_WAYS = ['test/slack/listeners/**/*.test.ts', 'test/slack/connection/acknowledging.test.ts'];
const SCENARIOS = 'test/scenarios/*.test.ts';
/** What needs three nodes of OpenSearch, which all its files share. */
const CLUSTER = 'test/{cluster,opensearch}/*.test.ts';
/** Makes the build, before the first process starts from it. */
const BUILD = 'test/build.ts';
/** Where tests mostly wait, for a server, a process or a time limit. They run after the others, more at a time. */
const WAITING = { maxWorkers: 4, sequence: { groupOrder: 1 }, globalSetup: BUILD };

/**
 * Importing a module does nothing and no module keeps anything (test/house.test.ts), so file after file may run in one
 * process, which loads our code, Bolt and the lists of words once.
 */
const ONE_PROCESS = { isolate: false };

export default defineConfig({
  test: {
    // Two cores: a starved test looks like a broken one.
    maxWorkers: 2,
    globalSetup: 'test/temporary-files.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as people of the stand-in wait.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: UNIT, exclude: HOSTILE, ...ONE_PROCESS },
      },
      { extends: true, test: { name: 'hostile', include: HOSTILE } },
      {
        extends: true,
        test: {
          name: 'rooms',
          ...ONE_PROCESS,
          ...WAITING,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...UNIT, ...HOSTILE, SCENARIOS, CLUSTER],
        },
      },
      {
        extends: true,
        test: {
          name: 'signed-http',
          ...ONE_PROCESS,
          ...WAITING,
          include: BOTH_WAYS,
          provide: { connection: 'http' },
        },
      },
      { extends: true, test: { name: 'scenarios', include: [SCENARIOS], ...ONE_PROCESS, ...WAITING } },
      {
        extends: true,
        test: {
          name: 'cluster',
          include: [CLUSTER],
          ...ONE_PROCESS,
          // One file at a time, last: tests kill nodes.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          // OpenSearch is fetched at the first start.
          hookTimeout: 300_000,
          testTimeout: 120_000,
          globalSetup: [BUILD, 'test/opensearch/cluster-setup.ts'],
        },
      },
    ],
  },
});
