import type { Answer, FactStanding, Quote } from '../answer/index.ts';
import type { ShownReply, ShownWords } from '../ledger/index.ts';
import { DELIVERY_KINDS } from './delivery-kinds.ts';
import { escapeLine } from './escape-controls.ts';
import { type Look, renderAnswer, renderQuote } from './render-answer.ts';
import { utcTime } from './utc-time.ts';

/** How a fact that was shown stands now: as it was shown (`on-file`), changed, replaced, or not to be shown. */
export type StandingNow = FactStanding | { readonly kind: 'changed'; readonly quote: Quote };

/** A fact as it was shown, and how it stands now; null where that is not known. */
export type ReplayedFact = ShownReply['facts'][number] & { readonly now: StandingNow | null };

/** What was shown, beside what would be shown now. */
export interface Replay {
  /** Oldest first. */
  readonly replies: readonly (Omit<ShownReply, 'facts'> & { readonly facts: readonly ReplayedFact[] })[];
  /** What the question gets now, asked by itself; null where its words are not known. */
  readonly now: Answer | null;
}

const OUTCOMES: Readonly<Record<NonNullable<ShownReply['outcome']>, string>> = {
  answer: 'given as the answer',
  list: 'given as a list',
  choices: 'given as close matches',
  none: 'nothing on file',
  failed: 'no answer could be worked out',
};

const NOW: Readonly<Record<StandingNow['kind'], string>> = {
  'on-file': 'Now: the same.',
  changed: 'Now changed:',
  replaced: 'Now replaced by:',
  'being-changed': 'Now: withheld, a save of its sheet cannot be read.',
  gone: 'Now: not on file. It was withdrawn, removed or put under embargo.',
};

/** A replay for a person to read, with our own colours. */
export function renderReplay({ replies, now }: Replay, look: Look): string {
  const { colors } = look;
  const past = replies.map((reply) =>
    [describeReply(reply, look), ...describeMessage(reply, look)].join('\n\n'),
  );
  const asked =
    now === null
      ? 'What its question would get now is not known: its words are private or not kept.\n'
      : `${colors.bold('Asked now, by itself:')}\n\n${renderAnswer(now, look)}`;
  return `${[...past, asked].join('\n\n')}`;
}

function describeReply(reply: Replay['replies'][number], { colors }: Look): string {
  const { kind, person, channel, messageTs, shownAt, isPrivate, isChange, question, outcome } = reply;
  const way = kind === null ? 'reply' : DELIVERY_KINDS[kind];
  const where = [
    person === null ? null : `${kind === 'share' ? 'by' : 'to'} ${person}`,
    channel === null ? null : `in ${channel}`,
    messageTs === null ? null : `message ${messageTs}`,
    isPrivate && kind !== 'share' ? 'private' : null,
  ].filter((part) => part !== null);
  const which = escapeLine([way, ...where].join(', '));
  // It was nobody's question that changed it, and it answered none anew.
  if (isChange) return colors.bold(`Then changed to, ${utcTime(shownAt)} (${which})`);
  const told = outcome === null ? null : `Outcome: ${OUTCOMES[outcome]}`;
  return [
    colors.bold(`Shown ${utcTime(shownAt)} (${which})`),
    `Asked: ${question === null ? 'not kept or private' : escapeLine(question)}`,
    ...(told === null ? [] : [told]),
  ].join('\n');
}

/** The facts in their order, with the lines of the message that stood around them, where those are kept. */
function describeMessage({ frame, facts }: Replay['replies'][number], look: Look): readonly string[] {
  const blocks: string[] = [];
  let isOwn = false;
  for (const part of frame ?? facts.map((_, at) => at)) {
    const fact = typeof part === 'number' ? facts[part] : undefined;
    if (typeof part === 'string') {
      const lines = part.split('\n').map(escapeLine).join('\n');
      const before = isOwn ? blocks.pop() : undefined;
      blocks.push(before === undefined ? lines : `${before}\n${lines}`);
    } else if (fact !== undefined) blocks.push(describeFact(fact, part + 1, look));
    isOwn = typeof part === 'string';
  }
  return blocks;
}

function describeFact({ factId, factHash, words, now }: ReplayedFact, number: number, look: Look): string {
  const { colors } = look;
  const lines = [
    `${number}. ${escapeLine(factId)}, version ${factHash.slice(0, 8)}`,
    ...(words === null ? ['  Its words were not kept then.'] : describeWords(words, look)),
  ];
  if (now === null) return lines.join('\n');
  const quote = 'quote' in now && now.kind !== 'on-file' ? [renderQuote(now.quote, look)] : [];
  return [...lines, colors.bold(`  ${NOW[now.kind]}`), ...quote].join('\n');
}

function describeWords({ text, sourceLine, kind, url }: ShownWords, { colors }: Look): readonly string[] {
  const bar = colors.cyan('│ ');
  return [
    ...(kind === 'statement' ? ['  Desk wording:'] : []),
    ...text.split('\n').map((line) => bar + escapeLine(line)),
    `  ${escapeLine(sourceLine)}`,
    ...(url === null ? [] : [`  ${escapeLine(url)}`]),
  ];
}
