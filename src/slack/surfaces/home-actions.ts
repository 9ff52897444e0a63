import type { types } from '@slack/bolt';
import { homeIds, renderTopic } from '../blocks/home.ts';
import { renderNotice } from '../blocks/notice.ts';
import { filesIn } from '../files-in.ts';
import { type HomeUse, readHomeUse } from '../reading/home-use.ts';
import { originInApp } from '../reading/post-origin.ts';
import { readMessage } from '../reading/read-message.ts';
import { converse } from '../replying/conversation.ts';
import { publishHome } from '../replying/home-page.ts';
import { failureNotice } from '../sending/failure-notice.ts';
import { postIn, type Send } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { lateNotice } from '../sending/tell-when-late.ts';
import type { Services } from '../services.ts';
import type { ActionArgs, Surface } from './surface.ts';

const FACTS_OF_TOPIC = 20;
const FORGOTTEN = 'The words of this question are no longer kept. Type it again.';

/** The question box of the Home tab, and the examples under it: the reply appears above everything else. */
export function homeQuestions(services: Services): readonly Surface[] {
  return [homeIds.question, homeIds.example].map((name) => ({
    kind: 'action',
    name,
    async listen({ receipt, body, client }: ActionArgs) {
      const use = readHomeUse(body);
      if (use !== null) await answerOnHome(use.given, use, { client, services, receipt });
    },
  }));
}

/** "Ask again" beside a question of one's own. */
export function homeAgain(services: Services): Surface {
  return {
    kind: 'action',
    name: homeIds.again,
    async listen({ receipt, body, client }: ActionArgs) {
      const use = readHomeUse(body);
      if (use === null) return;
      try {
        const question = await services.ledger.question(use.given);
        const words = question?.askedBy === use.user ? question.words : null;
        if (words !== null) await answerOnHome(words, use, { client, services, receipt });
        else await intoHome(use, client, services)(renderNotice(FORGOTTEN));
      } catch (error) {
        receipt.withhold();
        services.logger.error({ user: use.user, ...errorFields(error) }, 'a question was not asked again');
        await intoHome(use, client, services)(failureNotice(error));
      }
    },
  };
}

/** The menu of topics: shows what is on file about one. */
export function homeTopic(services: Services): Surface {
  return {
    kind: 'action',
    name: homeIds.topic,
    async listen({ body, client }: ActionArgs) {
      const use = readHomeUse(body);
      if (use === null) return;
      const { user, hash, given } = use;
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
  use: HomeUse,
  { client, services, receipt }: Tools,
): Promise<void> {
  const send = intoHome(use, client, services);
  await converse(services, readMessage(words), {
    origin: originInApp('home', `home ${use.user} ${use.actionTs}`, use.user),
    reply: send,
    whisper: send,
    receipt,
    options: { withQuestion: true },
    lateWord: lateNotice(postIn(client, { channel: use.user }, services.wait)),
  });
}

/** Shows messages one under the other on the Home tab. */
function intoHome({ user, hash }: HomeUse, client: ActionArgs['client'], services: Services): Send {
  let shown: readonly types.KnownBlock[] = [];
  return async ({ blocks }) => {
    const mark = shown.length === 0 ? hash : undefined;
    shown = [...shown, ...blocks];
    await publishHome({ user, hash: mark, shown }, client, services);
    return { channel: null, ts: null };
  };
}
