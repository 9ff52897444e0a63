import { fold, isSearched, resembles, spokenForms, stem } from '../search/index.ts';
import type { Answer } from './answer.ts';
import { factsOnTopic } from './browse.ts';
import type { TopicCount } from './on-file.ts';
import type { Searcher } from './searcher.ts';

const MOST_OFFERED = 5;
/** Slips are looked for among so many topics at most: an archive has thousands. */
const MOST_COMPARED = 500;
/** Shorter words are no slips of others. */
const SHORTEST_WITH_SLIP = 5;

/** A filter already says what is wanted. */
const FILTER = /\p{L}:\S/u;
/** Asking words that tell which of a topic's facts are wanted, and so name more than it. */
const ASKS_MORE: ReadonlySet<string> = new Set([
  'who',
  'whom',
  'whose',
  'when',
  'where',
  'why',
  'how',
  'which',
  'did',
]);
/** What people write beside a topic when they want whatever there is: "anything new on mines", "mines: facts?" */
const WANTS: ReadonlySet<string> = new Set(
  `anything something everything all any more most latest newest new recent fact facts quote quotes news file got show
  give find list topic topics look up need want material stuff info information else today`.split(/\s+/),
);

/**
 * Offers the newest facts of the topic that a question names and asks nothing more of: "land mines?", "anything on
 * cluster munitions". What the answer quotes already is not offered again. Rejects with an `UnreachableFileError`
 * where files cannot be read just now.
 */
export async function offerTopic(answer: Answer, searcher: Searcher): Promise<Answer> {
  const isAnswered = answer.outcome === 'answer' || answer.outcome === 'list';
  if (isAnswered || FILTER.test(answer.question)) return answer;
  const found = findNamed(answer.question, searcher.onFile.topics);
  if (found === undefined) return answer;
  const quoted = new Set(answer.quotes.map(({ factId }) => factId));
  const quotes = await factsOnTopic(searcher, found.topic, MOST_OFFERED + quoted.size);
  const further = quotes.filter(({ factId }) => !quoted.has(factId)).slice(0, MOST_OFFERED);
  const newest = further.map((quote) => ({
    quote,
    answers: searcher.index.passage(quote.factId)?.askedAs[0] ?? null,
  }));
  return newest.length === 0 ? answer : { ...answer, onTopic: { ...found, newest } };
}

function findNamed(question: string, topics: readonly TopicCount[]): TopicCount | undefined {
  const forms = spokenForms(question);
  if (forms.some((form) => ASKS_MORE.has(form))) return undefined;
  const named = forms.filter((form) => isSearched(form) && !WANTS.has(form));
  const key = keyOf(named);
  if (key === '') return undefined;
  const same = topics.find(({ topic }) => keyOf(spokenForms(topic)) === key);
  if (same !== undefined || key.length < SHORTEST_WITH_SLIP) return same;
  const typed = named.join(' ');
  const isSlipOf = ({ topic }: TopicCount) => !fold(topic).includes(typed) && resembles(typed, topic);
  return topics.slice(0, MOST_COMPARED).find(isSlipOf);
}

/** The same for `land mines` and `landmine`. */
const keyOf = (forms: readonly string[]) => forms.map(stem).join('');
