// The least that Bolt does on a socket: what any bot takes before it does something. Runs until it is killed.
import bolt from '@slack/bolt';

const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL = '' } = process.env;
const app = new bolt.App({
  token: SLACK_BOT_TOKEN ?? '',
  appToken: SLACK_APP_TOKEN ?? '',
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.message(async ({ message, say }) => {
  await say(`You said: ${'text' in message ? message.text : ''}`);
});
await app.start();
