import { z } from 'zod';
import type { Answer } from '../../answer/index.ts';
import { factVersion } from '../../ledger/index.ts';
import { readQuestion } from '../reading/read-question.ts';
import { citationTexts } from '../replying/citation-texts.ts';
import { patiently } from '../sending/patience.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services.ts';
import type { StepArgs, Surface } from './surface.ts';

/** The step as the manifest names it. */
export const FIND_FACT = 'find_fact';

const FAILED = 'The files could not be searched just now. Run the workflow again in a minute.';

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
 * "Find a fact", a step for workflows: a question in, a quote with its source out. A step always ends: Slack sends a run
 * again that was not acknowledged, and it is acknowledged last.
 */
export function workflowStep(services: Services): Surface {
  return {
    kind: 'step',
    name: FIND_FACT,
    async listen(args: StepArgs) {
      try {
        await run(args, services);
      } catch (error) {
        services.logger.error({ step: FIND_FACT, ...errorFields(error) }, 'a workflow step failed');
        await end(() => args.fail({ error: FAILED }), services);
      }
      await args.ack();
    },
  };
}

async function run({ body, inputs: given, complete }: StepArgs, services: Services): Promise<void> {
  const { factDesk, ledger } = services;
  const { event, team_id: team } = execution.parse(body);
  const reading = readQuestion(inputs.parse(given).question);
  const words = reading.kind === 'question' ? reading.question : '';
  const { questionId } = await ledger.acceptQuestion({
    deliveryKey: `step ${event.function_execution_id}`,
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
  if ((await ledger.question(questionId))?.repliedAt) return;
  const answer = await factDesk.ask(words);
  const facts = answer.quotes.map(factVersion);
  await ledger.recordAnswer(questionId, { outcome: answer.outcome, quoted: facts });
  await end(() => complete({ outputs: { ...outputsOf(answer) } }), services);
  await ledger.recordDelivery({
    questionId,
    facts,
    channel: null,
    messageTs: null,
    seenBy: null,
    sentBy: null,
  });
}

/** Ends the run, unless it has ended already: another copy of the bot may have been sent it too. */
async function end(call: () => Promise<unknown>, { wait }: Services): Promise<void> {
  try {
    await patiently(call, wait, { isRepeatable: true });
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'refused' || failure.error !== 'function_execution_not_running') throw error;
  }
}

/** Close matches are for a person to judge: a workflow gets a quote only when it is sure. */
function outputsOf({ outcome, quotes }: Answer): StepOutputs {
  const [quote] = quotes;
  if (outcome !== 'answer' || quote === undefined) return { outcome, quote: '', citation: '', link: '' };
  return { outcome, quote: quote.text, citation: citationTexts(quote).plain, link: quote.source.url ?? '' };
}
