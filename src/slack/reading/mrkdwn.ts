import { type Fragment, passedOn, words } from './fragment.ts';
import { showsOnlyAddress } from './plain-words.ts';

const FENCE = '```';
/** A quoted line; with three marks it is quoted to the end. Received text has the mark escaped. */
const QUOTED = /^\s*(?:&gt;|>)/;
const QUOTED_TO_END = /^\s*(?:&gt;&gt;&gt;|>>>)/;
const CODE = /(`[^`\n]+`)/;
const REFERENCE = /<([^<>]*)>/g;
const ESCAPED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * Reads text in Slack's own markup: its escapes undone, links as their labels, mentions set apart. Quoted lines and
 * blocks of code are passed on; nobody is called in code.
 */
export function* readMrkdwn(text: string): Generator<Fragment> {
  const pieces = text.split(FENCE);
  for (const [index, piece] of pieces.entries()) {
    // A fence that nothing closes is text.
    const isFenced = index % 2 === 1 && index < pieces.length - 1;
    if (isFenced) yield* passedOn([words('\n'), ...readReferences(piece), words('\n')]);
    else yield* readLines(piece);
  }
}

function* readLines(text: string): Generator<Fragment> {
  let isQuotedToEnd = false;
  for (const line of text.split('\n')) {
    isQuotedToEnd ||= QUOTED_TO_END.test(line);
    if (!isQuotedToEnd && !QUOTED.test(line)) yield* readLine(line);
    else yield* passedOn([...readReferences(line.replace(/^\s*(?:&gt;|>){0,3}/, '')), words('\n')]);
    yield words('\n');
  }
}

function* readLine(line: string): Generator<Fragment> {
  for (const [index, piece] of line.split(CODE).entries()) {
    if (index % 2 === 0) yield* readReferences(piece);
    else yield* [...readReferences(piece)].filter(({ kind }) => kind === 'words');
  }
}

function* readReferences(text: string): Generator<Fragment> {
  let from = 0;
  for (const { 0: whole, 1: reference = '', index } of text.matchAll(REFERENCE)) {
    const before = text.slice(from, index);
    yield words(unescaped(before));
    yield* readReference(reference, before.endsWith(':'));
    from = index + whole.length;
  }
  yield words(unescaped(text.slice(from)));
}

/**
 * `<https://u|label>` is "label"; people, groups, channels and broadcasts are no words of a question, and neither is an
 * address, unless a filter names it.
 */
function* readReference(reference: string, isFiltered: boolean): Generator<Fragment> {
  const bar = reference.indexOf('|');
  const [target, label] = (
    bar < 0 ? [reference, ''] : [reference.slice(0, bar), reference.slice(bar + 1)]
  ).map(unescaped) as [string, string];
  if (target.startsWith('@')) yield { kind: 'mention', id: target.slice(1) };
  else if (target.startsWith('!date^')) yield words(` ${label} `);
  else if (target.startsWith('!subteam^')) yield { kind: 'mention', id: target.slice('!subteam^'.length) };
  else if (target.startsWith('!')) yield { kind: 'mention', id: `@${target.slice(1)}` };
  else if (target.startsWith('#')) yield words(' ');
  else if (isFiltered) yield words(label || target);
  else yield words(` ${linkWords(target, label)} `);
}

function linkWords(target: string, label: string): string {
  const person = /^(?:mailto|tel):/.exec(target)?.[0];
  if (person !== undefined) return label === '' ? target.slice(person.length) : label;
  return showsOnlyAddress(label, target) ? '' : label;
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (whole, entity: string) => ESCAPED[entity] ?? whole);
}
