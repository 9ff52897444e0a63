export const BOT = 'U0BOT';

/** A question in a direct message. */
export const message = {
  type: 'message',
  channel_type: 'im',
  channel: 'D1',
  user: 'U1',
  text: 'who signed?',
  ts: '1.1',
};

/** A question in a channel. */
export const mention = { type: 'app_mention', channel: 'C1', user: 'U1', text: '<@U0BOT> who?', ts: '1.1' };

/** An event as it comes from Slack. */
export function delivered(event: object): unknown {
  return { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event };
}
