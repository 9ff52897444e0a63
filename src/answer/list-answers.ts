import { dropNearDuplicates } from '../corpus/index.ts';
import type { AnswerType, Hit, SearchResult } from '../search/index.ts';
import { confidenceBeside, isKnownQuestion } from './confidence.ts';
import { ANSWER_FROM, decide } from './decide.ts';
import type { Account } from './differing-sources.ts';

/** More quotes than these are no list that anybody reads in a message. */
export const MOST_LISTED = 8;
/** How many passages are looked at for a list. */
export const MOST_LOOKED_AT = 24;

/** The probability from which a passage stands in a list, and the one that the likeliest of them must have. */
const LISTED_FROM = 0.35;
const LIKELIEST_FROM = 0.5;
/** What is told by a name: it can be seen whether a passage holds one. */
const NAMED: ReadonlySet<AnswerType> = new Set(['person', 'place', 'organisation']);
/** The share of the question that a passage's own words hold when they answer it by themselves. */
const OWN_WORDS = 0.8;
/** One that scores this share of the best tells a part as well: the reader wants all of them. */
const LISTED_SHARE = 0.7;

/**
 * The passages that answer a question for a list, best first; empty when no list is asked for, or fewer than two
 * passages answer. Each is judged as if the others were not on file: what answers too makes a list longer, and no
 * quote doubtful. All together must be sure (0 to 1, from `sureFrom`) that one of them does.
 */
export function listAnswers(found: SearchResult, sureFrom: number = ANSWER_FROM): readonly Account[] {
  const { hits, asksForList } = found;
  if (!asksForList) return [];
  const members = findMembers(found);
  const others = hits.filter((hit) => !members.includes(hit));
  const accounts = members
    .map((hit): Account => ({ hit, confidence: confidenceBeside(found, hit, others) }))
    .filter(({ confidence }) => confidence >= LISTED_FROM);
  const listed = dropNearDuplicates(accounts, ({ hit }) => hit.passage);
  return listed.length > 1 && isSure(found, listed, sureFrom) ? listed : [];
}

/** The hits that come near to the best one, and of them those that leave the fewest words of the question unmet. */
function findMembers(found: SearchResult): readonly Hit[] {
  const near = found.hits.filter((hit) => answersAsWell(hit, found));
  const fewest = Math.min(...near.map(({ features }) => features.unmetWords));
  return near.filter(({ features }) => features.unmetWords === fewest);
}

/** Whether a hit comes near to the best one, and tells nothing else than was asked. */
function answersAsWell(hit: Hit, { hits: [best, second], asksFor }: SearchResult): boolean {
  if (best === undefined) return false;
  const { features, score } = hit;
  if (hit === best) return features.contradiction === 0;
  // Beside a fact that the desk knows to answer, what has no form that can be seen must stand in their own words.
  if (isKnownQuestion(best) && !NAMED.has(asksFor) && features.textCoverage < OWN_WORDS) return false;
  const isFull = features.textCoverage >= best.features.textCoverage;
  // A question of the desk brings its fact far ahead of others that answer as well.
  const reference = isKnownQuestion(best) ? (second?.score ?? 0) : best.score;
  return (
    (isFull || score >= LISTED_SHARE * reference) &&
    features.contradiction === 0 &&
    features.missingNames <= best.features.missingNames &&
    features.lacksAnswer <= best.features.lacksAnswer
  );
}

/** Whether the best one is the answer, or all together are sure that one of them is, and no word is left unmet. */
function isSure(found: SearchResult, listed: readonly Account[], sureFrom: number): boolean {
  if (decide(found, sureFrom).outcome === 'answer') return listed.some(({ hit }) => hit === found.hits[0]);
  const full = listed.filter(({ hit }) => hit.features.unmetWords === 0);
  const noneAnswers = full.reduce((chance, { confidence }) => chance * (1 - confidence), 1);
  return full.some(({ confidence }) => confidence >= LIKELIEST_FROM) && 1 - noneAnswers >= sureFrom;
}
