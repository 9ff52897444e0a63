import { cleanLine } from './clean-text.ts';

/** Where a text stops being JSON, and what is wrong there. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly what: string;
}

/** What may stand next, in words, and the signs it may begin with: `"` for a text, `0` for a number or word. */
const EXPECTED = {
  value: ['a value', '{["0'],
  valueOrEnd: ['a value or “]”', '{["0]'],
  name: ['a name in quotation marks', '"'],
  nameOrEnd: ['a name in quotation marks or “}”', '"}'],
  colon: ['“:”', ':'],
  inObject: ['“,” or “}”', ',}'],
  inList: ['“,” or “]”', ',]'],
  end: ['the end of the document', ''],
} as const;

type Expected = keyof typeof EXPECTED;

const BLANKS = /[ \t\n\r]*/y;
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
/** What ends a text or may not stand in it as it is. */
const STOP = /["\\\p{Cc}]/gu;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Finds where a text stops being JSON; undefined when it is JSON. Takes time that grows with the length alone. V8
 * tells a place for some faults only, and in other words with each version.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: { readonly sign: string; readonly at: number }[] = [];
  let expected: Expected = 'value';
  for (let at = endOf(BLANKS, text, 0); ; at = endOf(BLANKS, text, at)) {
    if (at >= text.length) return expected === 'end' ? undefined : unfinished(text, open.at(-1)?.at);
    const sign = signAt(text, at);
    const [wanted, signs] = EXPECTED[expected];
    if (!signs.includes(sign)) return faultAt(text, at, `${excerpt(text, at)} stands where ${wanted} should`);
    if (sign === '{' || sign === '[') open.push({ sign, at });
    if (sign === '}' || sign === ']') open.pop();
    const token = sign === '"' ? readText(text, at) : { end: sign === '0' ? endOf(WORD, text, at) : at + 1 };
    if ('what' in token) return token;
    at = token.end;
    expected = nextAfter(sign, expected, open.at(-1)?.sign);
  }
}

function nextAfter(sign: string, before: Expected, inside: string | undefined): Expected {
  if (sign === '{') return 'nameOrEnd';
  if (sign === '[') return 'valueOrEnd';
  if (sign === ':') return 'value';
  if (sign === ',') return inside === '{' ? 'name' : 'value';
  if (sign === '"' && (before === 'name' || before === 'nameOrEnd')) return 'colon';
  return inside === undefined ? 'end' : inside === '{' ? 'inObject' : 'inList';
}

/** The first sign of what stands at a place: `0` for a number or word, `?` for what JSON does not know. */
function signAt(text: string, at: number): string {
  const sign = text.charAt(at);
  if ('{}[]:,"'.includes(sign)) return sign;
  return endOf(WORD, text, at) > at ? '0' : '?';
}

/** Where a text ends, or what is wrong with it. */
function readText(text: string, start: number): { readonly end: number } | JsonFault {
  for (let at = start + 1; ; ) {
    STOP.lastIndex = at;
    const stop = STOP.exec(text);
    if (!stop) return faultAt(text, start, 'the text that begins here has no end');
    if (stop[0] === '"') return { end: stop.index + 1 };
    if (stop[0] === '\n' || stop[0] === '\r') return faultAt(text, stop.index, 'a line ends inside a text');
    if (stop[0] < ' ') return faultAt(text, stop.index, 'a control character stands in a text');
    // DEL and what follows it are control characters that JSON allows.
    at = stop[0] === '\\' ? endOf(ESCAPE, text, stop.index) : stop.index + 1;
    if (at === stop.index) return faultAt(text, at, `${excerpt(text, at, 2)} stands in a text`);
  }
}

function unfinished(text: string, openAt: number | undefined): JsonFault {
  if (openAt === undefined) return faultAt(text, text.length, 'nothing stands there');
  const { line } = faultAt(text, openAt, '');
  const kind = text.charAt(openAt) === '{' ? 'object' : 'list';
  return faultAt(text, text.length, `the document ends inside the ${kind} that begins on line ${line}`);
}

function faultAt(text: string, at: number, what: string): JsonFault {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), what };
}

function excerpt(text: string, at: number, length = 20): string {
  const [line = ''] = text.slice(at, at + length).split(/[\r\n]/, 1);
  return `“${cleanLine(line.toWellFormed())}”`;
}

function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
