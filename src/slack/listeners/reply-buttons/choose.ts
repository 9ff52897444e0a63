import type { Quote } from '../../../answer/index.ts';
import { LedgerError, type Question } from '../../../ledger/index.ts';
import { renderChosen } from '../../blocks/chosen-message.ts';
import { FACT_CHANGED, FACT_GONE } from '../../blocks/current-fact.ts';
import { replyMark, withMark } from '../../blocks/marks.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { errorFields, slackFailure } from '../../sending/slack-failure.ts';
import { filesIn } from '../../services/files-in.ts';
import { canShareIn, type Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { mayActOn } from './may-act-on.ts';
import { type ReplyButtonContext, type ReplyButtonHandler, replyButton } from './reply-button.ts';
import { recordShown, tellFact } from './tell-fact.ts';

const OTHER_CHOSEN = 'Another close match was chosen meanwhile. Ask again to see all of them.';
const CHOSEN_BEFORE = 'This one was chosen already.';
const REPLY_GONE = 'The reply was deleted meanwhile. This is what you chose:';
const NOT_CHANGED = 'The reply could not be changed just now. This is what you chose:';

/** Where somebody asked and no longer sees what. */
const ASKED_UNSEEN: ReadonlySet<Question['surface']> = new Set([
  'command',
  'message-shortcut',
  'question-box',
  'home',
]);

/** "This one": the reply becomes that answer, and the desk learns that it answers the question. */
export function chooseButton(services: Services): Listener {
  return replyButton('choose', choose, services);
}

const choose: ReplyButtonHandler = async (action, services) => {
  const { value, channel, tell, confirm } = action;
  const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
  if (current === null) {
    await tell(renderNotice(FACT_GONE));
    return;
  }
  const { quote } = current.fact;
  const { question, chosen } = await readChoice(value.questionId, services);
  if (chosen !== undefined && chosen !== quote.factId) {
    await tell(renderNotice(OTHER_CHOSEN));
    return;
  }
  await keepChoice(action, quote, services);
  await confirm();
  if (current.hasChanged) await tell(renderNotice(FACT_CHANGED));
  await showChosen(action, { quote, question, hasChanged: current.hasChanged }, services);
  if (chosen !== undefined) await tell(renderNotice(CHOSEN_BEFORE));
};

interface KnownChoice {
  readonly question: Question | undefined;
  /** Id of the fact that was chosen before. */
  readonly chosen: string | undefined;
}

/** To read on, nobody needs the ledger: while it is away nothing is known of question and choice. */
async function readChoice(questionId: string, { ledger }: Services): Promise<KnownChoice> {
  try {
    return { question: await ledger.question(questionId), chosen: await ledger.chosenFact(questionId) };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { question: undefined, chosen: undefined };
  }
}

/** What the desk learns from is for those to choose who may. */
function keepChoice(
  action: ReplyButtonContext,
  { factId }: Quote,
  { ledger, lateWrites }: Services,
): Promise<void> {
  const { user, value } = action;
  const { questionId } = value;
  return lateWrites.write({
    ids: { question: questionId, user },
    what: 'a choice',
    write: async () => {
      if (!mayActOn(await ledger.question(questionId), action)) return;
      await ledger.recordChoice({ questionId, factId, chosenBy: user });
    },
  });
}

interface Chosen {
  readonly quote: Quote;
  readonly question: Question | undefined;
  /** Whether it is another version than the reply showed. */
  readonly hasChanged: boolean;
}

/** Changes the reply, for those who may; others are shown the quote alone, as is whoever chose where that fails. */
async function showChosen(
  action: ReplyButtonContext,
  { quote, question, hasChanged }: Chosen,
  services: Services,
): Promise<void> {
  const { value, user, channel, isForAll, tell, post, replace } = action;
  const { questionId } = value;
  const words = question !== undefined && ASKED_UNSEEN.has(question.surface) ? question.words : null;
  const mayReplace = !isForAll || mayActOn(question, action);
  const messages = renderChosen(quote, {
    questionId,
    chosenBy: isForAll && mayReplace ? user : null,
    question: words,
    doubt: value.doubt ?? '',
    canShare: !(isForAll && mayReplace) && canShareIn(services, channel),
  });
  const [first, ...further] = messages.map((message, index) =>
    withMark(message, replyMark(questionId, index)),
  );
  if (first === undefined || !mayReplace) {
    await tellFact(action, { quote, messages }, services);
    return;
  }
  try {
    await replace(first);
    // A private reply may stand in the direct messages of two people, which are not the app's.
    const sent = { channel: action.isEphemeral ? null : channel, ts: action.messageTs };
    if (hasChanged)
      await recordShown(action, { quote, sent: [sent], seenBy: isForAll ? null : user }, services);
    for (const message of further) await (isForAll ? post : tell)(message);
  } catch (error) {
    services.logger.warn(
      { user, channel, ...errorFields(error) },
      'a reply was not changed to what was chosen',
    );
    await tell(renderNotice(isDeleted(error) ? REPLY_GONE : NOT_CHANGED));
    await tellFact(action, { quote, messages }, services);
  }
}

function isDeleted(error: unknown): boolean {
  const failure = slackFailure(error);
  return failure.kind === 'refused' && failure.error === 'message_not_found';
}
