import { z } from 'zod';
import { type Answer, type Quote, TookTooLongError } from '../../../answer/index.ts';
import type { Question } from '../../../ledger/index.ts';
import { citationTexts } from '../../blocks/citation-texts.ts';
import { readTyped } from '../../reading/message-content.ts';
import { readMessage } from '../../reading/read-message.ts';
import { shownFacts } from '../../replying/describe-delivery.ts';
import { decidedAnswer, endAttempts } from '../../replying/record-outcome.ts';
import { MOST_ATTEMPTS, setAside } from '../../replying/set-aside.ts';
import { tellObserver } from '../../replying/tell-observer.ts';
import { patiently } from '../../sending/patiently.ts';
import type { Sent } from '../../sending/send.ts';
import { errorFields, slackFailure } from '../../sending/slack-failure.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { Listener, StepArgs } from '../listener.ts';

/** The step as the manifest names it. */
export const FIND_FACT = 'find_fact';

const FAILED = 'The files could not be searched just now. Run the workflow again in a minute.';
const TOOK_TOO_LONG =
  'The question took too long to look up, so it was stopped. Ask it in fewer or plainer words.';
const SET_ASIDE =
  'The app ended twice while it looked up this question, so it does not try again. Ask it in other words.';

const execution = z.object({
  event: z.object({ function_execution_id: z.string().min(1) }),
  team_id: z.string().nullish().catch(null),
});
const inputs = z.object({ question: z.string().catch('') }).catch({ question: '' });

/** What a workflow gets: plain texts, empty where there is nothing. */
interface StepOutputs {
  readonly outcome: Answer['outcome'];
  readonly quote: string;
  readonly citation: string;
  readonly link: string;
}

/**
 * "Find a fact", a step for workflows: a question in, a quote with its source out. A step always ends: Slack sends a
 * run again that was not acknowledged, and it is acknowledged last.
 */
export function workflowStep(services: Services): Listener {
  return {
    kind: 'step',
    name: FIND_FACT,
    async listen(args: StepArgs) {
      try {
        await run(args, services);
      } catch (error) {
        services.logger.error({ step: FIND_FACT, ...errorFields(error) }, 'a workflow step failed');
        const why = error instanceof TookTooLongError ? TOOK_TOO_LONG : FAILED;
        await end(() => args.fail({ error: why }), services);
      }
      await args.ack();
    },
  };
}

async function run(args: StepArgs, services: Services): Promise<void> {
  const { ledger, inHand } = services;
  const { event, team_id: team } = execution.parse(args.body);
  const reading = readMessage(readTyped(inputs.parse(args.inputs).question), services.botName);
  const words = reading.kind === 'question' ? reading.questions.join(' ') : '';
  const { kind, questionId } = await ledger.acceptQuestion({
    eventKey: `step ${event.function_execution_id}`,
    askedBy: 'workflow',
    surface: 'workflow',
    isPrivate: true,
    replyAddress: null,
    team: team ?? null,
    channel: null,
    thread: null,
    words,
  });
  // A repeated run may be one that was cut short: only what was delivered is done.
  const question = await ledger.question(questionId);
  if (!question || question.repliedAt) return;
  const wasCutShort = kind === 'repeated' && !inHand.has(questionId);
  if (wasCutShort && (await ledger.beginAttempt(questionId)) > MOST_ATTEMPTS) {
    const replyPrivately = () => end(() => args.fail({ error: SET_ASIDE }), services);
    return setAside(question, services, { client: args.client, replyPrivately });
  }
  await complete(args, { question, words }, services);
}

/** Looks the question up and gives the workflow what was found. Rejects when either fails. */
async function complete(
  args: StepArgs,
  { question, words }: { readonly question: Question; readonly words: string },
  services: Services,
): Promise<void> {
  const { ledger, inHand, factDesk } = services;
  const questionId = question.id;
  inHand.add(questionId);
  try {
    const answer = await filesIn(null, services).ask(words);
    await ledger.recordAnswer(questionId, decidedAnswer({ ...answer, decision: factDesk.decision }));
    const sent = await end(() => args.complete({ outputs: { ...outputsOf(answer) } }), services);
    await ledger.recordDelivery({
      kind: 'workflow-step',
      questionId,
      facts: shownFacts(quotesOut(answer)),
      channel: sent.channel,
      messageTs: sent.ts,
      person: null,
      seenBy: null,
      sentBy: null,
    });
    tellObserver(services, answer.outcome, question);
  } catch (error) {
    await endAttempts(services, questionId, { mayHaveReply: false });
    tellObserver(services, 'failed', question);
    throw error;
  } finally {
    inHand.delete(questionId);
  }
}

/** Ends the run, unless it has ended already: another copy of the bot may have been sent it too. */
async function end(call: () => Promise<unknown>, { wait }: Services): Promise<Sent> {
  try {
    await patiently(call, wait, { isRepeatable: true });
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'refused' || failure.error !== 'execution_not_in_running_state') throw error;
  }
  // A workflow is no place in Slack.
  return { channel: null, ts: null };
}

/** What a workflow is given to quote. */
function quotesOut({ outcome, quotes }: Answer): readonly Quote[] {
  if (outcome === 'list') return quotes;
  return outcome === 'answer' ? quotes.slice(0, 1) : [];
}

/**
 * Close matches are for a person to judge: a workflow gets a quote only when it is sure. Of a list it gets every quote,
 * each on lines of its own, and no link.
 */
function outputsOf(answer: Answer): StepOutputs {
  const { outcome } = answer;
  const quotes = quotesOut(answer);
  const [quote] = quotes;
  if (outcome === 'list') {
    const texts = quotes.map((each) => citationTexts(each).plain);
    return {
      outcome,
      quote: quotes.map(({ text }) => text).join('\n'),
      citation: texts.join('\n'),
      link: '',
    };
  }
  if (quote === undefined) return { outcome, quote: '', citation: '', link: '' };
  return { outcome, quote: quote.text, citation: citationTexts(quote).plain, link: quote.source.url ?? '' };
}
