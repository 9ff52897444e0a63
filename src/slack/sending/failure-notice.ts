import { TookTooLongError } from '../../answer/index.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { type SlackFailure, slackFailure } from './slack-failure.ts';

const NOT_THERE =
  'The app is not a member here, so your question was not answered. Invite it, or ask with /fact.';
const REFUSALS: Readonly<Record<string, string>> = {
  not_in_channel: NOT_THERE,
  channel_not_found: NOT_THERE,
  is_archived:
    'This channel is archived, so the reply could not be posted. Ask with /fact or in a direct message.',
  restricted_action: 'The app may not post here, so your question was not answered. Ask with /fact.',
};

const TOOK_TOO_LONG =
  'Your question took too long to look up, so it was stopped. Ask it in fewer or plainer words; if that is stopped ' +
  'too, tell whoever runs this app.';

/** Tells the asker plainly why there is no reply, and what to do. */
export function failureNotice(error: unknown): SlackMessage {
  if (error instanceof TookTooLongError) return renderNotice(TOOK_TOO_LONG);
  return renderNotice(failureSentence(slackFailure(error)));
}

function failureSentence(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'refused':
      return (
        REFUSALS[failure.error] ?? `Slack refused the reply (${failure.error}). Tell whoever runs this app.`
      );
    case 'unsure':
      return 'Slack did not confirm the reply. If you do not see it, ask again.';
    case 'rate-limited':
    case 'unavailable':
      return 'Slack did not take the reply. Ask again in a minute.';
    case 'other':
      return 'Your question could not be looked up just now. Ask again; if it fails again, tell whoever runs this app.';
    default:
      return failure satisfies never;
  }
}
