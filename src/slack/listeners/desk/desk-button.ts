import { renderNotice } from '../../blocks/notice.ts';
import { type ButtonAction, readBlockAction } from '../../reading/read-block-action.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import type { Services } from '../../services/services.ts';
import type { ActionArgs, Listener } from '../listener.ts';
import { replyTargets } from '../reply-targets.ts';
import { deskRefusal } from './desk-refusal.ts';

/** Who is told that a button is not theirs. */
export const DESK_ONLY = 'Only members of the desk can do this. Nothing was changed.';
/** Who is told that something went wrong. */
export const DESK_FAILED = 'This could not be done just now. Try again in a minute.';

/** Does what a button of the desk is for; gives what whoever pressed is told, or null for nothing. */
export type DeskAct = (action: ButtonAction, args: ActionArgs, services: Services) => Promise<string | null>;

/** A button that members of the desk alone may press, which is checked when it is pressed. */
export function deskButton(name: string, act: DeskAct, services: Services): Listener {
  return { kind: 'action', name, listen: (args) => press(name, args, { act, services }) };
}

async function press(
  name: string,
  args: ActionArgs,
  { act, services }: { readonly act: DeskAct; readonly services: Services },
): Promise<void> {
  const action = readBlockAction(args.body);
  if (action === null) return;
  const tell = async (words: string) => void (await replyTargets(args, services)?.tell(renderNotice(words)));
  try {
    const refusal = await deskRefusal(action.user, DESK_ONLY, { services, client: args.client });
    const told = refusal ?? (await act(action, args, services));
    if (told !== null) await tell(told);
  } catch (error) {
    args.receipt.withhold();
    services.logger.warn({ name, ...errorFields(error) }, 'a button of the desk did not work');
    await tell(DESK_FAILED);
  }
}
