import type { types } from '@slack/bolt';
import { homeIds, renderTopic } from '../../blocks/home-view.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { readTyped } from '../../reading/message-content.ts';
import { originInApp } from '../../reading/question-origin.ts';
import { type HomeAction, readHomeAction } from '../../reading/read-home-action.ts';
import { readMessage } from '../../reading/read-message.ts';
import { converse } from '../../replying/converse.ts';
import { publishHome } from '../../replying/publish-home.ts';
import { failureNotice } from '../../sending/failure-notice.ts';
import type { Send } from '../../sending/send.ts';
import { postIn } from '../../sending/senders.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { lateNotice } from '../../sending/tell-when-late.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener } from '../listener.ts';

const FACTS_OF_TOPIC = 20;
const FORGOTTEN = 'The words of this question are no longer kept. Type it again.';

/** The question box of the Home tab, and the examples under it: the reply appears above everything else. */
export function homeQuestions(services: Services): readonly Listener[] {
  return [homeIds.question, homeIds.example].map((name) => ({
    kind: 'action',
    name,
    async listen({ receipt, body, client }: ActionArgs) {
      const action = readHomeAction(body);
      if (action !== null) await answerOnHome(action.given, action, { client, services, receipt });
    },
  }));
}

/** "Ask again" beside a question of one's own. */
export function homeAgain(services: Services): Listener {
  return {
    kind: 'action',
    name: homeIds.again,
    async listen({ receipt, body, client }: ActionArgs) {
      const action = readHomeAction(body);
      if (action === null) return;
      try {
        const question = await services.ledger.question(action.given);
        const words = question?.askedBy === action.user ? question.words : null;
        if (words !== null) await answerOnHome(words, action, { client, services, receipt });
        else await intoHome(action, client, services)(renderNotice(FORGOTTEN));
      } catch (error) {
        receipt.withhold();
        services.logger.error({ user: action.user, ...errorFields(error) }, 'a question was not asked again');
        await intoHome(action, client, services)(failureNotice(error));
      }
    },
  };
}

/** The menu of topics: shows what is on file about one. */
export function homeTopic(services: Services): Listener {
  return {
    kind: 'action',
    name: homeIds.topic,
    async listen({ body, client }: ActionArgs) {
      const action = readHomeAction(body);
      if (action === null) return;
      const { user, hash, given } = action;
      try {
        const facts = await filesIn(null, services).factsOnTopic(given, FACTS_OF_TOPIC);
        await publishHome({ user, hash, shown: renderTopic(given, facts) }, client, services);
      } catch (error) {
        services.logger.error({ user, ...errorFields(error) }, 'a topic was not shown');
        const { blocks } = renderNotice(
          'This topic could not be shown just now. Choose it again in a minute.',
        );
        await publishHome({ user, hash, shown: blocks }, client, services);
      }
    },
  };
}

interface Tools extends Pick<ActionArgs, 'receipt'> {
  readonly client: ActionArgs['client'];
  readonly services: Services;
}

async function answerOnHome(
  words: string,
  action: HomeAction,
  { client, services, receipt }: Tools,
): Promise<void> {
  const send = intoHome(action, client, services);
  await converse(services, readMessage(readTyped(words), services.botName), {
    origin: originInApp('home', `home ${action.user} ${action.actionTs}`, action.user),
    reply: send,
    replyPrivately: send,
    receipt,
    options: { withQuestion: true },
    lateWord: lateNotice(postIn(client, { channel: action.user }, services.wait)),
  });
}

/** Shows messages one under the other on the Home tab. */
function intoHome({ user, hash }: HomeAction, client: ActionArgs['client'], services: Services): Send {
  let shown: readonly types.KnownBlock[] = [];
  return async ({ blocks }) => {
    const mark = shown.length === 0 ? hash : undefined;
    shown = [...shown, ...blocks];
    await publishHome({ user, hash: mark, shown }, client, services);
    return { channel: null, ts: null };
  };
}
