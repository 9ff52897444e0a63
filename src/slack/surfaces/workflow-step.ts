import { z } from 'zod';
import type { Answer } from '../../answer/index.ts';
import { factVersion } from '../../ledger/index.ts';
import { readQuestion } from '../reading/read-question.ts';
import { citationTexts } from '../replying/citation-texts.ts';
import { patiently } from '../sending/patience.ts';
import { errorFields } from '../sending/slack-failure.ts';
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

/** "Find a fact", a step for workflows: a question in, a quote with its source out. A step always ends. */
export function workflowStep(services: Services): Surface {
  return {
    kind: 'step',
    name: FIND_FACT,
    async listen(args: StepArgs) {
      const { wait, logger } = services;
      try {
        const outputs = await find(args, services);
        if (outputs !== null) await patiently(() => args.complete({ outputs: { ...outputs } }), wait);
      } catch (error) {
        logger.error({ step: FIND_FACT, ...errorFields(error) }, 'a workflow step failed');
        await patiently(() => args.fail({ error: FAILED }), wait);
      }
    },
  };
}

/** Null when this run was taken before: whoever took it ends it. */
async function find(
  { body, inputs: given }: StepArgs,
  { factDesk, ledger }: Services,
): Promise<StepOutputs | null> {
  const run = execution.parse(body);
  const reading = readQuestion(inputs.parse(given).question);
  const words = reading.kind === 'question' ? reading.question : '';
  const { kind, questionId } = await ledger.acceptQuestion({
    deliveryKey: `step ${run.event.function_execution_id}`,
    askedBy: 'workflow',
    surface: 'workflow',
    isPrivate: true,
    replyAddress: null,
    team: run.team_id ?? null,
    channel: null,
    thread: null,
    words,
  });
  if (kind === 'repeated') return null;
  const answer = await factDesk.ask(words);
  const facts = answer.quotes.map(factVersion);
  await ledger.recordAnswer(questionId, { outcome: answer.outcome, quoted: facts });
  await ledger.recordDelivery({
    questionId,
    facts,
    channel: null,
    messageTs: null,
    seenBy: null,
    sentBy: null,
  });
  return outputsOf(answer);
}

/** Close matches are for a person to judge: a workflow gets a quote only when it is sure. */
function outputsOf({ outcome, quotes }: Answer): StepOutputs {
  const [quote] = quotes;
  if (outcome !== 'answer' || quote === undefined) return { outcome, quote: '', citation: '', link: '' };
  return { outcome, quote: quote.text, citation: citationTexts(quote).plain, link: quote.source.url ?? '' };
}
