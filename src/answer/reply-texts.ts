import type { ReplyQuestion } from '../search/index.ts';
import type { Quote } from './answer.ts';
import { cite, formatPartialDate } from './citation.ts';
import type { FactStanding } from './fact-standing.ts';

/** What is said of a fact that a reply quoted, in plain sentences. */
export interface AboutFact {
  readonly text: string;
  /** Address that answers where it can be checked, to stand behind the text; null when there is none. */
  readonly url: string | null;
  /** What is shown below; null when nothing of it may be shown. */
  readonly quote: Quote | null;
}

const BEING_CHANGED = 'The desk is changing this fact just now. Ask again in a few minutes.';
const GONE = 'This is no longer on file here: it was withdrawn or removed since. Do not rely on it.';
const REPLACED = 'The desk has replaced this since. On file now:';
const CHANGED = 'This was changed since it was shown. As it stands now:';
const UNCHANGED = 'Still on file, unchanged since it was shown.';

/** Says what is asked about a fact that was shown, and how it stands now. `hasChanged` is of a fact that is on file. */
export function tellAboutFact(asked: ReplyQuestion, fact: FactStanding, hasChanged = false): AboutFact {
  if (fact.kind === 'being-changed') return { text: BEING_CHANGED, url: null, quote: null };
  if (fact.kind === 'gone') return { text: GONE, url: null, quote: null };
  const { quote } = fact;
  const standing = fact.kind === 'replaced' ? [REPLACED] : hasChanged ? [CHANGED] : [];
  const unchanged = standing.length === 0 && asked === 'currency' ? [UNCHANGED] : [];
  const text = [...standing, ...unchanged, TOLD[asked](quote)].filter((words) => words !== '').join(' ');
  return { text, url: asked === 'link' ? quote.source.url : null, quote };
}

const TOLD: Readonly<Record<ReplyQuestion, (quote: Quote) => string>> = {
  source: (quote) => {
    const { title, details, missing, spread } = cite(quote);
    return `Source: ${[title, ...details, missing, spread].filter((part) => part !== null).join(', ')}.`;
  },
  link: ({ source: { url, title } }) =>
    url === null ? `No link is recorded for “${title}”. Ask the desk for it.` : 'It can be checked here:',
  date: (quote) => `${tellDate(quote)}${tellPublication(quote)}`,
  speaker: (quote) => {
    const { attribution, isDeskWording, title } = cite(quote);
    if (!isDeskWording) return quote.kind === 'quote' ? `Said by ${attribution}.` : `${attribution}.`;
    const according = attribution === null ? '' : ` according to ${attribution},`;
    return `These are nobody’s own words: desk wording,${according} from “${title}”.`;
  },
  words: ({ kind }) =>
    kind === 'statement'
      ? 'This is desk wording and no quotation. As it stands on file:'
      : 'The exact words, as they stand in the source:',
  currency: (quote) => `${tellDate(quote)}${tellOverdue(quote)}`,
};

function tellDate({ asOf, isUndated = false }: Quote): string {
  const date = formatPartialDate(asOf);
  return isUndated ? `The source bears no date; the desk read it on ${date}.` : `It speaks as of ${date}.`;
}

function tellOverdue(quote: Quote): string {
  const { overdue } = cite(quote);
  return overdue === null ? '' : ` Its ${overdue}, so ask the desk before you rely on it.`;
}

function tellPublication({ published, isUndated = false }: Quote): string {
  if (published !== null) return ` Published ${formatPartialDate(published)}.`;
  return isUndated ? '' : ' When it was published is not recorded.';
}

/** What a person is told who asks about a reply, as long as there is none to ask about. */
export const REPLY_MISSING = {
  none:
    'This asks about an answer, and there is none here yet. Ask your question first; then ask for its source, link, ' +
    'date or speaker right after the reply.',
  pending: 'Your question before this is still being looked up. Ask this again when its reply is here.',
  empty: 'The reply before this quoted nothing, so there is no source, date or speaker to tell of.',
} as const;

/** Leads to what is newer than what was shown, and says where there is nothing of the kind. */
export const NEWER = { some: 'Newer on file:', none: 'Nothing newer on file answers the question.' } as const;

/** What is said to whoever thanks. */
export const WELCOME = 'Glad to help. Ask the next one whenever you like.';
