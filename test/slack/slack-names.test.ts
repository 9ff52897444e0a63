import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ALL_ERRORS,
  CERTIFICATE_CHECK,
  EVENT_ENVELOPE,
  EVENTS,
  GOODBYES,
  INTERACTIONS,
  MESSAGE_SUBTYPES,
  METHOD_ERRORS,
  REFRESH_GRANT,
  URL_CHALLENGE,
} from '../../src/playground/slack-names.ts';
import { readOwnManifest } from './slack-desk.ts';

/** What else is written with underscores outside of blocks, which the stand-in checks by Slack's rules. */
const OTHER_WORDS = new Set([
  'in_channel',
  'plain_text',
  'rich_text',
  'slack_event',
  'ws_message',
  'no_json',
  'invalid_key',
  // Documented for conversations.open alone, which the stand-in never refuses so.
  'cannot_dm_bot',
]);

const sources = await Promise.all(
  (await readdir('src/slack', { recursive: true }))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('blocks/'))
    .map(async (name) => ({ name, text: await readFile(join('src/slack', name), 'utf8') })),
);
const textOf = (name: string) => sources.find((source) => source.name === name)?.text ?? '';
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');

describe('the names of Slack that the bot looks for', () => {
  it('are documented ones, wherever they stand', async () => {
    const { features, functions } = await readOwnManifest();
    const own = [
      ...(features?.shortcuts ?? []).map((shortcut) => shortcut.callback_id),
      ...Object.keys(functions ?? {}),
    ];
    const known = new Set<string>([
      ...ALL_ERRORS,
      EVENT_ENVELOPE,
      URL_CHALLENGE,
      CERTIFICATE_CHECK,
      ...EVENTS,
      ...GOODBYES,
      ...INTERACTIONS,
      REFRESH_GRANT,
      ...MESSAGE_SUBTYPES,
      ...OTHER_WORDS,
      ...own,
    ]);
    const found = sources.flatMap(({ name, text }) =>
      namesIn(text, /'([a-z]+(?:_[a-z]+)+)'/g).map((word) => ({ name, word })),
    );
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter(({ word }) => !known.has(word))).toEqual([]);
  });

  it('are errors of Slack where the asker is told why', () => {
    const told = namesIn(textOf('sending/failure-notice.ts'), /^ {2}([a-z]+(?:_[a-z]+)+):/gm);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((name) => !ALL_ERRORS.has(name))).toEqual([]);
  });

  it('are errors of the method where one is compared with', () => {
    const compared = [
      ['listeners/ask/workflow-step.ts', 'functions.completeSuccess'],
      ['listeners/ask/workflow-step.ts', 'functions.completeError'],
      ['replying/publish-home.ts', 'views.publish'],
      ['warn-of-settings.ts', 'conversations.replies'],
    ] as const;
    for (const [file, method] of compared) {
      const names = namesIn(textOf(file), /failure\.error [!=]== '(\w+)'/g);
      expect(names).toHaveLength(1);
      const errors: readonly string[] = METHOD_ERRORS[method];
      expect(errors).toEqual(expect.arrayContaining(names));
    }
  });

  it('are documented events where the manifest subscribes to them', async () => {
    const { settings } = await readOwnManifest();
    expect(EVENTS).toEqual(expect.arrayContaining([...(settings?.event_subscriptions?.bot_events ?? [])]));
  });
});
