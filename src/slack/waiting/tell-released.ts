import { type Quote, sureQuotes } from '../../answer/index.ts';
import { factVersion, type WaitingQuestion } from '../../ledger/index.ts';
import { bringAnswer } from '../replying/bring-answer.ts';
import { earlierQuestion } from '../replying/earlier-question.ts';
import { asAnswered } from '../replying/note-waiting.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

const NOTHING_THEN = 'At that time nothing was on file; now there is.';
const CLOSE_THEN = 'At that time only close matches were on file; now there is an answer.';
const CHANGED_THEN = 'At that time the desk was changing a fact that answers this; now it is on file.';

const SOURCES_DIFFER = 'Sources differ. Newest first, each with its date:';

/**
 * Asks a waiting question again where what it waits for may be shown by now, and tells whoever asked if that is surely
 * among what answers it there. It waits no longer then, and neither where it does not answer. Rejects when Slack, the
 * files or the ledger fail for now.
 *
 * @param released ids of the facts that may be shown
 */
export async function tellReleased(
  { question, facts }: WaitingQuestion,
  released: ReadonlySet<string>,
  services: Services,
): Promise<void> {
  const { ledger } = services;
  const due = facts.filter(({ factId }) => released.has(factId));
  const ids = new Set(due.map(({ factId }) => factId));
  const answered = asAnswered(question);
  // Who chose from close matches has an answer.
  if (answered === null || (await ledger.chosenFact(question.id)) !== undefined)
    return ledger.endWaiting(question.id);
  const earlier = await earlierQuestion(ledger, answered, answered.origin);
  const { quotes, differ } = await sureOf(answered.question, earlier, {
    channel: question.channel,
    services,
  });
  const dueQuotes = quotes.filter(({ factId }) => ids.has(factId));
  const [first] = due.filter(({ factId }) => quotes.some((quote) => quote.factId === factId));
  if (first === undefined) return ledger.endWaiting(question.id, [...ids]);
  // Asked again since, or elsewhere, they may have it.
  if (await hasAll(question.askedBy, dueQuotes, ledger)) return ledger.endWaiting(question.id);
  const close = question.outcome === 'choices' ? CLOSE_THEN : NOTHING_THEN;
  const why = first.because === 'being-changed' ? CHANGED_THEN : close;
  const lead = differ ? [why, SOURCES_DIFFER] : [why];
  const brought = await bringAnswer(
    { key: `released ${question.id}`, question, lead, quotes },
    services,
    services.backgroundClient,
  );
  if (brought.kind !== 'later') await ledger.endWaiting(question.id);
}

/** Whether somebody got each of some quotes as it stands. */
async function hasAll(
  person: string | null,
  quotes: readonly Quote[],
  ledger: Services['ledger'],
): Promise<boolean> {
  if (person === null) return false;
  for (const quote of quotes) if (!(await ledger.hasGot(person, factVersion(quote)))) return false;
  return true;
}

async function sureOf(
  question: string,
  earlier: string | undefined,
  { channel, services }: { readonly channel: string | null; readonly services: Services },
): Promise<{ readonly quotes: readonly Quote[]; readonly differ: boolean }> {
  const files = filesIn(channel, services);
  const answer = await files.ask(question, earlier === undefined ? {} : { earlier });
  const { sureFrom } = await files.sureness();
  const differ = answer.outcome === 'choices' && answer.sourcesDiffer === true;
  return { quotes: sureQuotes(answer, sureFrom), differ };
}
