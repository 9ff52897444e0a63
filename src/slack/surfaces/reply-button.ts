import type { webApi } from '@slack/bolt';
import { buttonIds } from '../blocks/buttons.ts';
import { renderNotice } from '../blocks/notice.ts';
import { type ReplyPress, readPress, readReplyPress } from '../reading/press.ts';
import { firstThatWorks, postIn, respondWith, type Send, whisperIn } from '../sending/sending.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services.ts';
import type { ActionArgs, Surface } from './surface.ts';

/** A press, with the ways to act on it. */
export interface Pressed extends ReplyPress {
  readonly client: webApi.WebClient;
  /** To the person who pressed, alone. */
  readonly tell: Send;
  /** To everybody where the button stands. */
  readonly post: Send;
}

/** What a button does. */
export type Act = (pressed: Pressed, services: Services) => Promise<void>;

const OUTDATED = 'This button belongs to another version of the app. Ask again with /fact.';
const TOO_LATE = 'Slack took too long to open the window. Press the button again.';
const FAILED = 'This did not work just now. Press the button again in a minute.';

/** A button under a reply. Whoever presses it sees something happen, or is told why not. */
export function replyButton(name: keyof typeof buttonIds, act: Act, services: Services): Surface {
  return {
    kind: 'action',
    name: buttonIds[name],
    async listen(args: ActionArgs) {
      await args.ack();
      const ways = waysOf(args, services);
      if (ways === null) return;
      try {
        const press = readReplyPress(args.body);
        if (press === null) await ways.tell(renderNotice(OUTDATED));
        else await act({ ...press, ...ways, client: args.client }, services);
      } catch (error) {
        services.logger.error({ button: name, ...errorFields(error) }, 'a button did not work');
        await ways.tell(renderNotice(sentenceFor(error)));
      }
    },
  };
}

function sentenceFor(error: unknown): string {
  const failure = slackFailure(error);
  const isLate = failure.kind === 'refused' && /^(expired|exchanged|invalid)_trigger/.test(failure.error);
  return isLate ? TOO_LATE : FAILED;
}

function waysOf(
  { body, client, respond }: ActionArgs,
  { wait }: Services,
): { readonly tell: Send; readonly post: Send } | null {
  const press = readPress(body);
  if (press === null) return null;
  const { user, channel, threadTs } = press;
  const place = channel === null ? null : { channel, threadTs: threadTs ?? undefined };
  const directly = postIn(client, { channel: user }, wait);
  const nearby = place === null ? [] : [whisperIn(client, { ...place, user }, wait)];
  // Types promise `respond`, but a press in a modal or on the Home tab has none.
  const address: typeof respond | undefined = respond;
  const tells = [...(address === undefined ? [] : [respondWith(address, wait)]), ...nearby];
  const posts = [
    ...(place === null ? [] : [postIn(client, place, wait)]),
    ...(address === undefined ? [] : [respondWith(address, wait, 'in_channel')]),
  ];
  return { tell: firstThatWorks(...tells, directly), post: firstThatWorks(...posts, directly) };
}
