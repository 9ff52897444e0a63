import { expect, it } from 'vitest';
import { runKills } from '../../bench/kills/run-kills.ts';

it('a bot that is killed at any moment loses nothing that it received, and does nothing twice', async () => {
  const { kills, sent, lost, doubled } = await runKills({ kills: 8, seed: 14 });
  expect({ kills, lost, doubled }).toEqual({ kills: 8, lost: [], doubled: [] });
  expect(sent).toBeGreaterThan(15);
}, 180_000);
