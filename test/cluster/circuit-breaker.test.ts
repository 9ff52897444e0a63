import { describe, expect, it } from 'vitest';
import { type BreakerNews, CircuitBreaker } from '../../src/cluster/circuit-breaker.ts';

const AWAY = () => Promise.reject(new Error('Nobody answers.'));
const HERE = () => Promise.resolve('here');

function open() {
  let ms = Date.parse('2026-12-01T09:00:00Z');
  const news: BreakerNews[] = [];
  const breaker = new CircuitBreaker(
    () => new Date(ms),
    (one) => news.push(one),
  );
  const fail = async (times: number) => {
    for (let time = 0; time < times; time += 1) expect(await breaker.run(AWAY)).toBeUndefined();
  };
  const pass = (seconds: number) => {
    ms += seconds * 1_000;
  };
  return { breaker, news, fail, pass };
}

describe('what does not answer', () => {
  it('is waited for by nobody after some failures, which is told once', async () => {
    const { breaker, news, fail } = open();
    await fail(2);
    expect(await breaker.run(HERE)).toBe('here');
    await fail(3);
    expect(await breaker.run(HERE)).toBeUndefined();
    await fail(5);
    expect(news).toEqual([{ isReached: false, why: 'Nobody answers.' }]);
  });

  it('is tried now and then, by one caller alone, and asked by all when it answers again', async () => {
    const { breaker, news, fail, pass } = open();
    await fail(3);
    pass(5);
    await fail(1);
    expect(await breaker.run(HERE)).toBeUndefined();
    pass(5);
    expect(await Promise.all([breaker.run(HERE), breaker.run(HERE)])).toEqual(['here', undefined]);
    expect(await breaker.run(HERE)).toBe('here');
    expect(news.at(-1)).toEqual({ isReached: true, why: '' });
    expect(news).toHaveLength(2);
  });

  it('is tried again also when the clock was put back', async () => {
    const { breaker, fail, pass } = open();
    await fail(3);
    pass(-3_600);
    expect(await breaker.run(HERE)).toBe('here');
  });
});
