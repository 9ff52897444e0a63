import { opensAsQuestion } from '../../search/index.ts';

/** What a person's words to the bot are. */
export type Reading =
  | { readonly kind: 'question'; readonly question: string }
  /** Nothing but blanks, mentions or markup. */
  | { readonly kind: 'empty' }
  /** One word that asks for help, or that opens a talk. */
  | { readonly kind: 'help' }
  /** Words that end a talk, and ask nothing. */
  | { readonly kind: 'thanks' };

/** Slack's own markup in received text, or one of the three characters it escapes. */
const MARKUP = /<([^<>]*)>|&(amp|lt|gt);/g;
const ESCAPED = { amp: '&', lt: '<', gt: '>' } as const;
const HELP = /^(?:help|\?|hi|hello|hey)[.!?]?$/i;
const THANKS =
  /^(?:(?:ok|okay|great|perfect|got it|many thanks|thanks|thank you|thx|cheers)(?: a lot| a million| so much| very much| again)?[\s,.!]*)+$/i;

/**
 * Reads the text of a message or a command as the person meant it: Slack's escapes undone, links and channels as their
 * labels, mentions left out.
 */
export function readMessage(text: string): Reading {
  const words = plainWords(text);
  if (HELP.test(words)) return { kind: 'help' };
  if (THANKS.test(words)) return { kind: 'thanks' };
  return words === '' ? { kind: 'empty' } : { kind: 'question', question: words };
}

/**
 * Whether words in a conversation are a question, as far as their look tells: what is written to somebody else in a
 * thread is none of the bot's business.
 */
export function looksLikeQuestion(words: string): boolean {
  return words.includes('?') || opensAsQuestion(words);
}

function plainWords(text: string): string {
  return text
    .replace(MARKUP, (_whole, reference: string | undefined, entity: string | undefined) =>
      entity === undefined ? ` ${referenceWords(reference ?? '')} ` : entityCharacter(entity),
    )
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function entityCharacter(entity: string): string {
  return entity === 'amp' || entity === 'lt' || entity === 'gt' ? ESCAPED[entity] : '';
}

/**
 * `#C1|general` is "general", `https://u|label` is "label"; people, groups and broadcasts are no words of a question.
 */
function referenceWords(reference: string): string {
  const bar = reference.indexOf('|');
  const [target, label] = bar < 0 ? [reference, ''] : [reference.slice(0, bar), reference.slice(bar + 1)];
  if (target.startsWith('@')) return '';
  if (target.startsWith('!')) return target.startsWith('!date^') ? unescaped(label) : '';
  if (target.startsWith('#')) return unescaped(label);
  return unescaped(label === '' ? target.replace(/^mailto:/, '') : label);
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_whole, entity: string) => entityCharacter(entity));
}
