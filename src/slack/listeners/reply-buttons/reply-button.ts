import type { webApi } from '@slack/bolt';
import { UnreachableFileError } from '../../../corpus/index.ts';
import { buttonIds } from '../../blocks/buttons.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { type ReplyButtonAction, readReplyButtonAction } from '../../reading/read-block-action.ts';
import { errorFields, slackFailure } from '../../sending/slack-failure.ts';
import { lateNotice, tellWhenLate } from '../../sending/tell-when-late.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener } from '../listener.ts';
import { type ReplyTargets, replyTargets } from '../reply-targets.ts';

/** A press, with the ways to act on it. */
export interface ReplyButtonContext extends ReplyButtonAction, ReplyTargets {
  readonly client: webApi.WebClient;
  /** Tells Slack that what was pressed for is kept; without it, Slack is told once the act is over. */
  readonly kept: () => Promise<void>;
}

/** What a button does. */
export type ReplyButtonHandler = (pressed: ReplyButtonContext, services: Services) => Promise<void>;

const OUTDATED = 'This button belongs to another version of the app. Ask again with /fact.';
const TOO_LATE = 'Slack took too long to open the window. ButtonAction the button again.';
const UNREACHABLE = 'The fact could not be looked up just now. ButtonAction the button again in a minute.';
const FAILED = 'This did not work just now. ButtonAction the button again in a minute.';

/** A button under a reply. Whoever presses it sees something happen, or is told why not. */
export function replyButton(
  name: keyof typeof buttonIds,
  act: ReplyButtonHandler,
  services: Services,
): Listener {
  return {
    kind: 'action',
    name: buttonIds[name],
    async listen(args: ActionArgs) {
      const ways = replyTargets(args, services);
      if (ways === null) return;
      const isHere = tellWhenLate(lateNotice(ways.tell), services);
      try {
        const press = readReplyButtonAction(args.body);
        if (press === null) await ways.tell(renderNotice(OUTDATED));
        else
          await act({ ...press, ...ways, client: args.client, kept: () => args.receipt.confirm() }, services);
      } catch (error) {
        args.receipt.withhold();
        services.logger.error({ button: name, ...errorFields(error) }, 'a button did not work');
        await ways.tell(renderNotice(sentenceFor(error)));
      } finally {
        isHere();
      }
    },
  };
}

function sentenceFor(error: unknown): string {
  if (error instanceof UnreachableFileError) return UNREACHABLE;
  const failure = slackFailure(error);
  const isLate = failure.kind === 'refused' && /^(expired|exchanged|invalid)_trigger/.test(failure.error);
  return isLate ? TOO_LATE : FAILED;
}
