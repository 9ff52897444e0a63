import { LogLevel } from '@slack/bolt';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createBoltLogger } from '../../../src/slack/connection/bolt-logger.ts';

function logged(say: (logger: ReturnType<typeof createBoltLogger>) => void): string {
  const lines: string[] = [];
  say(createBoltLogger(pino({ level: 'trace' }, { write: (line) => lines.push(line) })));
  return lines.join('');
}

describe("Bolt's log", () => {
  it('leaves out debug messages, which hold bodies and tokens, at every level', () => {
    const text = logged((logger) => {
      logger.setLevel(LogLevel.DEBUG);
      logger.debug('Received a message on the WebSocket: {"text":"who killed him?"}');
      expect(logger.getLevel()).toBe(LogLevel.INFO);
    });
    expect(text).toBe('');
  });

  it('never prints a token, a ticket or a reply address', () => {
    const text = logged((logger) => {
      logger.warn('bad token xoxb-1234-abcDEF and xapp-1-A1-99-ff');
      logger.error('wss://wss.example.org/link/?ticket=secret1&app_id=A1');
      logger.info('posting to https://hooks.example.org/commands/T1/2/secret2');
    });
    expect(text).not.toMatch(/abcDEF|99-ff|secret1|secret2/);
    expect(text).toContain('bad token');
  });

  it('prints the code of an error and not its message', () => {
    const error = Object.assign(new Error('who killed him?'), { code: 'slack_x' });
    const text = logged((logger) => logger.error(error, { body: 'who killed him?' }));
    expect(text).toContain('slack_x');
    expect(text).not.toContain('who killed him?');
  });
});
