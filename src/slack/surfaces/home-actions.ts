import type { types } from '@slack/bolt';
import { homeIds, renderTopic } from '../blocks/home.ts';
import { renderNotice } from '../blocks/notice.ts';
import { type HomeUse, readHomeUse } from '../reading/home-use.ts';
import { originInApp } from '../reading/post-origin.ts';
import { readQuestion } from '../reading/read-question.ts';
import { converse } from '../replying/conversation.ts';
import { publishHome } from '../replying/home-page.ts';
import type { Send } from '../sending/sending.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services.ts';
import type { ActionArgs, Surface } from './surface.ts';

const FACTS_OF_TOPIC = 20;

/** The question box of the Home tab: the reply appears above everything else. */
export function homeQuestion(services: Services): Surface {
  return {
    kind: 'action',
    name: homeIds.question,
    async listen({ ack, body, client }: ActionArgs) {
      await ack();
      const use = readHomeUse(body);
      if (use === null) return;
      const send = intoHome(use, client, services);
      await converse(services, readQuestion(use.given), {
        origin: originInApp('home', `home ${use.user} ${use.actionTs}`, use.user),
        reply: send,
        whisper: send,
        options: { withQuestion: true },
      });
    },
  };
}

/** The menu of topics: shows what is on file about one. */
export function homeTopic(services: Services): Surface {
  return {
    kind: 'action',
    name: homeIds.topic,
    async listen({ ack, body, client }: ActionArgs) {
      await ack();
      const use = readHomeUse(body);
      if (use === null) return;
      const { user, hash, given } = use;
      try {
        const facts = await services.factDesk.factsOnTopic(given, FACTS_OF_TOPIC);
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
