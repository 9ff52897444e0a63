import { type Hit, isSamePeriod, type SearchResult, timesIn } from '../search/index.ts';
import { confidenceBeside, isKnownQuestion } from './confidence.ts';
import {
  asksForFigure,
  type Counted,
  countOf,
  isOfSamePeriod,
  measuresTheSame,
  SAME_STATEMENT,
  timeOf,
} from './same-measure.ts';
import { isOfSamePlace } from './same-place.ts';

/** How a figure stands to the one above it: of another time, or given anew by the same publisher. */
export type Standing = 'otherYear' | 'otherMonth' | 'superseded';

/** A hit that gives the figure of another time. */
export interface OtherFigure {
  readonly hit: Hit;
  readonly standing: Standing;
}

/** What was found, the figure of the time asked for first, and the same figure of other times apart from it. */
export interface OverTime {
  readonly found: SearchResult;
  /** Newest first. */
  readonly others: readonly OtherFigure[];
}

/** More figures of other times are a table, not an answer. */
const MOST_OTHERS = 3;
/** The probability from which a figure may stand above others for being newer. */
const HEAD_FROM = 0.1;

/**
 * Puts the figure that answers before the same figure of other times: that of the time asked for, or the newest where
 * none is asked for. The others are taken out of what was found: they make the answer neither disputed nor doubtful.
 * What is no figure is put in order of time only where the latest is asked for.
 */
export function arrangeOverTime(found: SearchResult): OverTime {
  const { hits, asksForList, asksForLatest } = found;
  const [best] = hits;
  if (best === undefined || asksForList) return { found, others: [] };
  if (!asksForFigure(found)) return { found: asksForLatest ? newestAhead(found, best) : found, others: [] };
  const series = [best, ...hits.filter((hit) => hit !== best && isOfSeries(hit, best, found))];
  const head = headOf(series, found);
  if (head === undefined) return { found, others: [] };
  const others = series.flatMap((hit): readonly OtherFigure[] => {
    const standing = hit === head ? undefined : standingOf(hit, head);
    return standing === undefined ? [] : [{ hit, standing }];
  });
  const apart = new Set(others.map(({ hit }) => hit));
  const left = hits.filter((hit) => hit !== head && !apart.has(hit));
  return {
    found: { ...found, hits: [head, ...left] },
    others: others.toSorted((a, b) => compareNewest(a.hit, b.hit)).slice(0, MOST_OTHERS),
  };
}

const timesAsked = ({ parsed }: SearchResult) => timesIn(parsed.text);

/**
 * Whether a hit gives the figure of the best one, of whatever time: it leaves no more of the question unmet than the
 * time asked for. What the desk wrote down for the best one is answered by another only in nearly the same words.
 */
function isOfSeries(hit: Hit, best: Hit, found: SearchResult): boolean {
  const times = timesAsked(found).length;
  const { unmetWords, missingNames, contradiction, coverage } = hit.features;
  const spare = (times + 0.5) / Math.max(1, found.askedWords);
  const isFull =
    times > 0
      ? unmetWords <= best.features.unmetWords + spare
      : coverage >= best.features.coverage && contradiction === 0;
  const leastAlike = isKnownQuestion(best) && !isKnownQuestion(hit) ? SAME_STATEMENT : undefined;
  return (
    isFull &&
    (missingNames === 0 || times > 0) &&
    isOfSamePlace(best.passage.text, hit.passage.text, found.parsed.text) &&
    measuresTheSame(countOf(hit), countOf(best), leastAlike)
  );
}

/** The hit of a series that answers: of the time asked for, or the newest. Undefined where none is of that time. */
function headOf(series: readonly Hit[], found: SearchResult): Hit | undefined {
  const times = timesAsked(found);
  const [best] = series;
  if (times.length > 0) {
    const isAsked = (hit: Hit) => times.some((time) => isSamePeriod(timeOf(hit), time));
    return series.find((hit) => isAsked(hit) && hit.features.contradiction === 0);
  }
  const others = found.hits.filter((hit) => !series.includes(hit));
  const isLikely = (hit: Hit) => confidenceBeside(found, hit, others) >= HEAD_FROM;
  return series.filter((hit) => hit === best || isLikely(hit)).toSorted(compareNewest)[0];
}

/** How a hit of a series stands to its head; undefined where it gives the same figure, or another of the same time. */
function standingOf(hit: Hit, head: Hit): Standing | undefined {
  const [time, headTime] = [timeOf(hit), timeOf(head)];
  if (!isOfSamePeriod(hit, head))
    return time?.slice(0, 4) === headTime?.slice(0, 4) ? 'otherMonth' : 'otherYear';
  const [{ passage }, { passage: newer }] = [hit, head];
  const isSamePublisher = (['id', 'publisher', 'origin'] as const).some(
    (name) => passage.source[name] !== undefined && passage.source[name] === newer.source[name],
  );
  const isOlder = passage.asOf < newer.asOf && passage.isUndated !== true && newer.isUndated !== true;
  return isSamePublisher && isOlder && giveOthers(countOf(hit), countOf(head)) ? 'superseded' : undefined;
}

function giveOthers(a: Counted, b: Counted): boolean {
  const values = new Set(b.figures.map(({ value }) => value));
  return a.figures.every(({ value }) => !values.has(value));
}

/** Newest first, by the time told of and then by the date; partial dates sort as text. */
function compareNewest(a: Hit, b: Hit): number {
  const keyOf = (hit: Hit) =>
    `${timeOf(hit) ?? ''} ${hit.passage.isUndated === true ? '' : hit.passage.asOf}`;
  const [one, other] = [keyOf(a), keyOf(b)];
  return one === other ? 0 : one < other ? 1 : -1;
}

/** Puts the newest of the hits that meet the question as well as the best one ahead. */
function newestAhead(found: SearchResult, best: Hit): SearchResult {
  const meetsAsWell = ({ features }: Hit) =>
    features.coverage >= best.features.coverage &&
    features.contradiction === 0 &&
    features.missingNames <= best.features.missingNames;
  const ahead = found.hits.filter((hit) => hit === best || meetsAsWell(hit)).toSorted(compareNewest);
  return { ...found, hits: [...ahead, ...found.hits.filter((hit) => !ahead.includes(hit))] };
}
