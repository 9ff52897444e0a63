import { webApi } from '@slack/bolt';
import { slackFailure } from '../sending/slack-failure.ts';

/** Whether Slack takes a token at this moment. Rejects when Slack is not reached. */
export async function isTokenGood(token: string, clientOptions: webApi.WebClientOptions): Promise<boolean> {
  try {
    await new webApi.WebClient(token, clientOptions).auth.test();
    return true;
  } catch (error) {
    if (slackFailure(error).kind === 'refused') return false;
    throw error;
  }
}
