import type { RecallRowReason } from '../../../ledger/index.ts';

/** Why a copy or a person was not reached, as the end of a sentence. */
export const RECALL_REASONS: Readonly<Record<RecallRowReason, string>> = {
  archived: 'the channel is archived',
  'not-in-channel': 'the app is not in that channel any more',
  deleted: 'the message was deleted or shows it no more',
  'edit-window-closed': 'Slack lets it be changed no more, and no reply could be left',
  deactivated: 'the person has left the workspace',
  'no-direct-messages': 'the person takes no direct messages of the app',
  'went-to-workflow': 'it went to a workflow, and what that wrote is not known',
  erased: 'the person was erased',
  refused: 'Slack refused it',
};
