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

/** A block action of a reply button, with what is needed to act on it. */
export interface ReplyButtonContext extends ReplyButtonAction, ReplyTargets {
  readonly client: webApi.WebClient;
  /** Tells Slack that what was pressed for is kept; without it, Slack is told once the handler is done. */
  readonly confirm: () => Promise<void>;
}

/** What a button does. */
export type ReplyButtonHandler = (action: ReplyButtonContext, services: Services) => Promise<void>;

const OUTDATED = 'This button belongs to another version of the app. Ask again with /fact.';
const TOO_LATE = 'Slack took too long to open the window. Press the button again.';
const UNREACHABLE = 'The fact could not be looked up just now. Press the button again in a minute.';
const FAILED = 'This did not work just now. Press the button again in a minute.';

/** A button under a reply. Whoever presses it sees something happen, or is told why not. */
export function replyButton(
  name: keyof typeof buttonIds,
  handle: ReplyButtonHandler,
  services: Services,
): Listener {
  return {
    kind: 'action',
    name: buttonIds[name],
    async listen(args: ActionArgs) {
      const targets = replyTargets(args, services);
      if (targets === null) return;
      const isHere = tellWhenLate(lateNotice(targets.tell), services);
      try {
        const action = readReplyButtonAction(args.body);
        if (action === null) await targets.tell(renderNotice(OUTDATED));
        else
          await handle(
            { ...action, ...targets, client: args.client, confirm: () => args.receipt.confirm() },
            services,
          );
      } catch (error) {
        args.receipt.withhold();
        services.logger.error({ button: name, ...errorFields(error) }, 'a button did not work');
        await targets.tell(renderNotice(sentenceFor(error)));
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
