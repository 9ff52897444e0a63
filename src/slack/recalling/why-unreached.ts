import type { RecallRowReason } from '../../ledger/index.ts';
import { slackFailure } from '../sending/slack-failure.ts';

/** Slack's errors that say why a copy or a person is out of reach, and stays so. */
const REASONS: Readonly<Record<string, RecallRowReason>> = {
  is_archived: 'archived',
  is_inactive: 'archived',
  not_in_channel: 'not-in-channel',
  channel_not_found: 'not-in-channel',
  message_not_found: 'deleted',
  thread_not_found: 'deleted',
  edit_window_closed: 'edit-window-closed',
  cant_update_message: 'edit-window-closed',
  block_mismatch: 'edit-window-closed',
  user_disabled: 'deactivated',
  user_not_found: 'deactivated',
  users_not_found: 'deactivated',
  account_inactive: 'deactivated',
  cannot_dm_bot: 'no-direct-messages',
  messages_tab_disabled: 'no-direct-messages',
  user_not_visible: 'no-direct-messages',
};

/** Why something is out of reach by what Slack said; null where it may be reached later. */
export function whyUnreached(error: unknown): RecallRowReason | null {
  const failure = slackFailure(error);
  return failure.kind === 'refused' ? (REASONS[failure.error] ?? null) : null;
}
