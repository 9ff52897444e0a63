import { SocketModeClient } from '@slack/socket-mode';
import pino from 'pino';
import { expect, it } from 'vitest';
import { createBoltLogger } from '../../../src/slack/connection/bolt-logger.ts';
import { readMessages } from '../../../src/slack/connection/socket-messages.ts';

it('a message of the socket without an event, such as app_rate_limited, does not end the process', async () => {
  const lines: string[] = [];
  const logger = pino({}, { write: (line) => lines.push(line) });
  const client = new SocketModeClient({ appToken: 'xapp-1', logger: createBoltLogger(logger) });
  readMessages(client, { onGoodbye: () => {}, logger });
  const limited = { envelope_id: '1', type: 'events_api', payload: { type: 'app_rate_limited' } };
  client.emit('ws_message', JSON.stringify(limited), false);
  await expect.poll(() => lines.join('')).toContain('a message of the socket was left out');
});
