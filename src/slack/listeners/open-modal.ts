import type { types, webApi } from '@slack/bolt';
import type { ButtonAction } from '../reading/read-block-action.ts';
import { patiently } from '../sending/patiently.ts';
import type { Services } from '../services/services.ts';

/** Opens a modal, or stacks it on the one the button stands in. Rejects when Slack does not let it open. */
export async function openModal(
  { triggerId, isInModal }: ButtonAction,
  view: types.ModalView,
  { client, wait }: Pick<Services, 'wait'> & { readonly client: webApi.WebClient },
): Promise<void> {
  // Slack sends a trigger with every block action; a payload without one is none of Slack's.
  const trigger_id = triggerId ?? '';
  await patiently(
    () => (isInModal ? client.views.push({ trigger_id, view }) : client.views.open({ trigger_id, view })),
    wait,
  );
}
