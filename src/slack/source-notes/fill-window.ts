import type { webApi } from '@slack/bolt';
import {
  FIRST_SINCE,
  MOST_FACTS,
  renderNotesNotice,
  renderNotesWindow,
  type Since,
  startOf,
} from '../blocks/notes-window.ts';
import { patiently } from '../sending/patiently.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { findStanding } from './find-notes.ts';

const LOOKING = 'Looking up the facts you got…';
const NOT_FOUND = 'What you got could not be looked up just now. Try again in a minute.';

/** Opens the window: at once, since Slack lets it open for three seconds only, and then with what is offered. */
export async function openSourceNotes(
  { user, triggerId }: { readonly user: string; readonly triggerId: string },
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const view = renderNotesNotice(LOOKING);
  const opened = await patiently(() => client.views.open({ trigger_id: triggerId, view }), services.wait);
  const viewId = opened.view?.id;
  if (viewId !== undefined) await fillWindow({ user, viewId, since: FIRST_SINCE }, services, client);
}

/** Whose window it is, and what it shows. */
interface Window {
  readonly user: string;
  readonly viewId: string;
  readonly since: Since;
}

/** Shows in the window what can be ticked. Never rejects. */
export async function fillWindow(
  { user, viewId, since }: Window,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { ledger, logger, now } = services;
  try {
    const start = startOf(since, now());
    const { newest, total } = await ledger.factsReceivedBy(user, { since: start, limit: MOST_FACTS });
    const facts = await findStanding(newest, services);
    await showIn(viewId, renderNotesWindow({ since, facts, total }), services, client);
  } catch (error) {
    logger.error({ user, ...errorFields(error) }, 'what somebody got was not listed');
    await tellIn(viewId, NOT_FOUND, services, client);
  }
}

/** Says something in the window in place of what stands there. Never rejects. */
export async function tellIn(
  viewId: string,
  text: string,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  try {
    await showIn(viewId, renderNotesNotice(text), services, client);
  } catch (error) {
    // Whoever closed it has no window that could tell them.
    services.logger.info(errorFields(error), 'a window of source notes was not changed');
  }
}

async function showIn(
  viewId: string,
  view: ReturnType<typeof renderNotesNotice>,
  { wait }: Services,
  client: webApi.WebClient,
): Promise<void> {
  await patiently(() => client.views.update({ view_id: viewId, view }), wait, { isRepeatable: true });
}
