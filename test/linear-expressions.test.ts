import { performance } from 'node:perf_hooks';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';
import { createTimeLimit, TookTooLongError } from '../src/answer/time-limit.ts';
import { collectExpressions } from './regular-expressions/collect-expressions.ts';
import { hostileTexts } from './regular-expressions/hostile-texts.ts';

/** The longest message that Slack takes. */
const LONGEST = 40_000;
/** A tenth of it shows which expressions are worth a closer look: whose cost grows with the square take a hundredth of the time. */
const SHORT = LONGEST / 10;
const SUSPICIOUS_MS = 1;
/** What grows with the length takes some milliseconds for the longest message, what grows with its square half a second or more. */
const MOST_MS = 200;
/** A machine that does other things makes single runs slow, never fast. */
const RUNS = 3;

const expressions = await collectExpressions();
/** Longer than the time that is measured: a process that has to wait for a processor is not slow. */
const startTime = createTimeLimit(3 * MOST_MS);

/** Milliseconds of computing so far, which others on the machine do not add to. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds of computing that a search through the whole text takes; infinite when it was cut. */
function searchTime(expression: RegExp, text: string): number {
  const start = computed();
  try {
    startTime()(() => text.replace(expression, ''));
    return computed() - start;
  } catch (error) {
    if (error instanceof TookTooLongError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** Places of the texts that are not searched through at once. To limit the time of each alone takes longer than most do. */
function findSuspicious(expression: RegExp, texts: readonly string[]): readonly number[] {
  const suspicious: number[] = [];
  for (let at = 0; at < texts.length; at++) {
    try {
      startTime()(() => {
        for (; at < texts.length; at++) {
          const start = performance.now();
          texts[at]?.replace(expression, '');
          if (performance.now() - start >= SUSPICIOUS_MS) suspicious.push(at);
        }
      });
    } catch (error) {
      if (!(error instanceof TookTooLongError)) throw error;
      suspicious.push(at);
    }
  }
  return suspicious;
}

/** The beginning of a text on which an expression takes too long; undefined when there is none. */
function findWeakness(expression: RegExp): string | undefined {
  const texts = [...hostileTexts(expression, SHORT)];
  const suspicious = findSuspicious(expression, texts);
  const longer = suspicious.length === 0 ? [] : [...hostileTexts(expression, LONGEST)];
  const isFast = (searched: string, mostMs: number) => {
    for (let run = 0; run < RUNS; run++) if (searchTime(expression, searched) < mostMs) return true;
    return false;
  };
  const weak = suspicious.find(
    (at) => !isFast(texts[at] ?? '', SUSPICIOUS_MS) && !isFast(longer[at] ?? '', MOST_MS),
  );
  return weak === undefined ? undefined : JSON.stringify(texts[weak]?.slice(0, 60));
}

describe('the regular expressions of the source', () => {
  it('are found, those too that are put together from strings', () => {
    expect(expressions.length).toBeGreaterThan(250);
    const sources = expressions.map(({ expression }) => expression.source).join('\n');
    expect(sources).toContain('(?:last|this)\\s+(?:year|month)');
  });

  it('cannot try more than one way through what they repeat', () => {
    const weak = expressions.filter(({ expression }) => analyse(expression).reports.length > 0);
    expect(weak.map(({ file, expression }) => `${file} ${expression}`)).toEqual([]);
  });

  it('take no longer than the text is long, whatever stands in it', () => {
    const weak = expressions.flatMap(({ file, expression }) => {
      const text = findWeakness(expression);
      return text === undefined ? [] : [`${file} ${expression} on ${text}`];
    });
    expect(weak).toEqual([]);
  }, 180_000);

  it.each([
    [/(?:a|a)+$/, 'a'],
    [/\s+$/, 'blanks'],
    [/<b[^>]*>/, 'tags that stay open'],
    [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'points'],
    [/\s*\b(?:in\s+)?\d{4}\b/, 'blanks'],
  ])('would be told of if they were %s, which a text of %s keeps busy', (expression) => {
    expect(findWeakness(expression)).toBeDefined();
  });
});
