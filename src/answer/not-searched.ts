import { amount } from '../amount.ts';
import { joinQuestions, readFollowUp } from '../search/index.ts';
import type { Answer, NotSearched } from './answer.ts';
import { CHOICE_FROM, decide, MOST_CHOICES } from './decide.ts';
import type { QuestionArchive } from './question-archive.ts';
import type { Searcher } from './searcher.ts';
import type { InTime } from './time-limit.ts';

/** A question as it was asked of a searcher. */
export interface AskedOf {
  /** The question that it may lean on. */
  readonly earlier: string | undefined;
  readonly searcher: Searcher;
  readonly question: string;
  readonly now: Date;
  readonly inTime: InTime;
  /** The archive that lies elsewhere, as it was asked. */
  readonly archive: Pick<QuestionArchive, 'isMissed'>;
}

/** Notes on an answer what it was not answered from: on a sure one only that the archive could not be reached. */
export function noteNotSearched(answer: Answer, asked: AskedOf): Answer {
  const isTold = asked.archive.isMissed() && answer.outcome !== 'none';
  return noteWithheld(isTold ? withRemark(answer, ARCHIVE_MISSED) : answer, asked);
}

const withRemark = (answer: Answer, remark: string): Answer => ({
  ...answer,
  remarks: [...answer.remarks, remark],
});

const ARCHIVE_MISSED = 'The archive cannot be reached just now: only the desk’s facts were searched.';

function noteWithheld(answer: Answer, asked: AskedOf): Answer {
  if (answer.outcome === 'answer') return answer;
  const isBeingChanged = findsWithheld(asked);
  if (answer.outcome !== 'none') return isBeingChanged ? withRemark(answer, OTHER_BEING_CHANGED) : answer;
  const { topics, archive } = asked.searcher;
  const notSearched: readonly NotSearched[] = [
    ...(isBeingChanged ? [{ kind: 'being-changed' } as const] : []),
    ...(archive === 'loading' ? [{ kind: 'archive-loading' } as const] : []),
    ...(archive === 'unreachable' || asked.archive.isMissed()
      ? [{ kind: 'archive-unreachable' } as const]
      : []),
    ...(topics === undefined ? [] : [{ kind: 'other-topics', searched: [...topics] } as const]),
  ];
  return notSearched.length === 0 ? answer : { ...answer, notSearched };
}

const OTHER_BEING_CHANGED =
  'The desk is changing another fact that may answer this. Ask again in a few minutes.';

/** Whether a withheld fact would have been shown. */
function findsWithheld({ searcher, question, earlier, now, inTime }: AskedOf): boolean {
  const { withheld, topics, sureness } = searcher;
  if (withheld.passages.length === 0) return false;
  const ids = new Set(withheld.passages.map(({ id }) => id));
  const isLeaning = earlier !== undefined && readFollowUp(question).leans;
  const words = isLeaning ? joinQuestions(earlier, question) : question;
  const found = inTime(() => withheld.index().search(words, { topics, now }));
  const { confidences, outcome } = decide(found, sureness.sureFrom);
  const shown = found.hits.slice(0, outcome === 'none' ? 0 : MOST_CHOICES);
  return shown.some(({ passage }, rank) => ids.has(passage.id) && (confidences[rank] ?? 0) >= CHOICE_FROM);
}

/** What is told where nothing answers. */
export interface NothingFound {
  /** One sentence that says it. */
  readonly lead: string;
  /** What was searched, what was not, and what to do: a sentence each. */
  readonly details: readonly string[];
}

const LIST = new Intl.ListFormat('en-GB');

/** Says that nothing answers, and never that nothing is on file while the bot has something that it did not search. */
export function tellNothingFound(answer: Extract<Answer, { outcome: 'none' }>): NothingFound {
  const { searched, nearestTopics, notSearched = [] } = answer;
  const [first] = notSearched;
  const nearest = nearestTopics.length === 0 ? [] : [`Nearest topics: ${nearestTopics.join(', ')}.`];
  const counted = `Searched ${amount(searched.facts, 'fact')} from ${amount(searched.sources, 'source')}.`;
  return {
    lead: first === undefined ? 'Nothing on file answers this.' : leadFor(first),
    details: [counted, ...notSearched.flatMap(detailFor), ...nearest],
  };
}

function leadFor(gap: NotSearched): string {
  switch (gap.kind) {
    case 'being-changed':
      return 'The desk is changing a fact that may answer this.';
    case 'archive-loading':
      return 'Nothing in the desk’s facts answers this, and the archive is still loading.';
    case 'archive-unreachable':
      return 'Nothing in the desk’s facts answers this, and the archive cannot be read just now.';
    case 'other-topics':
      return `Nothing on ${LIST.format(gap.searched)} answers this.`;
    default:
      return gap satisfies never;
  }
}

function detailFor(gap: NotSearched): readonly string[] {
  switch (gap.kind) {
    case 'being-changed':
      return ['Ask again in a few minutes.'];
    case 'archive-loading':
      return ['Ask again in a minute.'];
    case 'archive-unreachable':
      return ['Ask again later; whoever runs this app can see why in its log.'];
    case 'other-topics':
      return [`Only facts on ${LIST.format(gap.searched)} are searched here.`];
    default:
      return gap satisfies never;
  }
}
