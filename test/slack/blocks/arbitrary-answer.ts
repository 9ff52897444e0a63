import fc from 'fast-check';
import type { Answer, Quote, Quotes } from '../../../src/answer/index.ts';
import type { Mismatch } from '../../../src/search/index.ts';

/** Any characters at all, with the troublesome ones more often than chance gives them. */
export function wildText(maxLength: number): fc.Arbitrary<string> {
  const troublesome = fc.constantFrom(
    '<!channel>',
    '<@U1>',
    '&',
    '<',
    '>',
    '|',
    '*_~`',
    '\n',
    '\u202E',
    '\u0301',
    '  ',
  );
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    troublesome,
    fc.lorem({ maxCount: 8 }),
  );
  return fc.array(piece, { maxLength: Math.ceil(maxLength / 20), size: 'max' }).map((pieces) => {
    const text = pieces.join('');
    return [...text].slice(0, maxLength).join('');
  });
}

const partialDate = fc.constantFrom('1997', '2024', '2024-02', '2024-10', '2024-11-20', '2000-02-29');
const address = fc.oneof(
  fc.constantFrom('https://example.org/a?b=1&c=<2>|3', 'javascript:alert(1)', 'not an address'),
  fc.webUrl(),
  wildText(3_500).map((path) => `https://example.org/${path}`),
);
const nullable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

function highlightsIn(text: string): fc.Arbitrary<Quote['highlights']> {
  const offset = fc.nat(text.length);
  return fc
    .uniqueArray(offset, { maxLength: 120 })
    .map((offsets) => offsets.sort((a, b) => a - b))
    .map((sorted) =>
      sorted.flatMap((start, index): readonly (readonly [number, number])[] => {
        const end = sorted[index + 1];
        return index % 2 === 0 && end !== undefined ? [[start, end]] : [];
      }),
    );
}

function anyMismatch(): fc.Arbitrary<Mismatch> {
  return fc.oneof(
    fc.record({
      kind: fc.constantFrom('year', 'number', 'name'),
      asked: wildText(400),
      stands: nullable(wildText(400)),
    }),
    fc.record({ kind: fc.constant('answer'), asksFor: fc.constantFrom('count', 'date') }),
    fc.record({ kind: fc.constantFrom('roles', 'deskWording') }),
  );
}

/** Any quote at all, up to `length` characters. */
export function quoteUpTo(length: number): fc.Arbitrary<Quote> {
  return wildText(length)
    .map((text) => text || 'word')
    .chain((text) =>
      fc.record({
        factId: fc.string({ minLength: 1, maxLength: 120 }),
        text: fc.constant(text),
        kind: fc.constantFrom('quote', 'statement'),
        attribution: wildText(800),
        asOf: partialDate,
        published: nullable(partialDate),
        source: fc.record({
          title: wildText(3_000),
          publisher: nullable(wildText(500)),
          url: nullable(address),
          file: fc.constant('facts/sheet.md'),
          line: fc.integer({ min: 1, max: 9_999 }),
        }),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        highlights: highlightsIn(text),
        mismatches: fc.array(anyMismatch(), { maxLength: 3 }),
      }),
    );
}

function quotesUpTo(length: number): fc.Arbitrary<Quotes> {
  return fc
    .tuple(quoteUpTo(length), fc.array(quoteUpTo(length), { maxLength: 2 }))
    .map(([first, further]): Quotes => [first, ...further]);
}

const asked = {
  question: wildText(20_000),
  assumptions: fc.array(fc.record({ typed: wildText(300), searchedFor: wildText(300) }), { maxLength: 20 }),
  remarks: fc.array(wildText(600), { maxLength: 10 }),
  searched: fc.record({ facts: fc.nat(), sources: fc.nat() }),
  tookMs: fc.double({ min: 0, max: 1_000, noNaN: true }),
};

/** Any answer at all. */
export function anyAnswer(): fc.Arbitrary<Answer> {
  const quotes = fc.oneof(quotesUpTo(400), quotesUpTo(14_000));
  return fc.oneof(
    fc.record({ ...asked, outcome: fc.constant('answer'), quotes }),
    fc.record({ ...asked, outcome: fc.constant('list'), quotes, more: fc.nat() }),
    fc.record({ ...asked, outcome: fc.constant('choices'), quotes }),
    fc.record({
      ...asked,
      outcome: fc.constant('none'),
      quotes: fc.constant<readonly []>([]),
      nearestTopics: fc.array(wildText(200), { maxLength: 20 }),
    }),
  );
}
