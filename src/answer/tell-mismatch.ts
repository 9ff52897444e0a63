import type { AnswerType, Mismatch } from '../search/index.ts';
import type { Quote } from './answer.ts';

/** More would bury the quote. */
const MOST_TOLD = 2;

/** What is asked for, in words, where its lack is told. */
const ASKED_FOR: Readonly<Record<AnswerType, string>> = {
  count: 'a number',
  money: 'a sum of money',
  percentage: 'a percentage',
  duration: 'a length of time',
  age: 'an age',
  measure: 'a measure',
  date: 'a date',
  year: 'a year',
  person: 'a person',
  place: 'a place',
  organisation: 'an organisation',
  reason: 'a reason',
  manner: 'how something was done',
  definition: 'a definition',
  colour: 'a colour',
  yesNo: 'yes or no',
  thing: 'a thing',
  topic: 'a topic',
};

/**
 * Says in a sentence what of a close match does not fit the question: "Of 2023; you asked for 2025." Null where nothing
 * tells against it.
 */
export function tellMismatches({ mismatches = [] }: Pick<Quote, 'mismatches'>): string | null {
  const sentences = mismatches.slice(0, MOST_TOLD).map((mismatch) => `${tell(mismatch)}.`);
  return sentences.length === 0 ? null : sentences.join(' ');
}

const told = (stands: string, asked: string) => `${stands}; you asked for ${asked}`;

function tell(mismatch: Mismatch): string {
  switch (mismatch.kind) {
    case 'year':
      return told(mismatch.stands === null ? 'Tells no year' : `Of ${mismatch.stands}`, mismatch.asked);
    case 'number':
      return told(mismatch.stands === null ? 'Of another number' : `Says ${mismatch.stands}`, mismatch.asked);
    case 'name':
      return mismatch.stands === null
        ? `Does not name ${mismatch.asked}`
        : told(`Speaks of ${mismatch.stands}`, mismatch.asked);
    case 'answer':
      return `You asked for ${ASKED_FOR[mismatch.asksFor]}; the quote tells none`;
    case 'roles':
      return 'Here the roles are the other way round';
    case 'deskWording':
      return 'You asked for a quote; these are words of the desk';
    default:
      return mismatch satisfies never;
  }
}
