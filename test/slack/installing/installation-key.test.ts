import { describe, expect, it } from 'vitest';
import { installationKeyOf } from '../../../src/slack/installing/installation-key.ts';

const authorization = { enterprise_id: 'E1', team_id: 'T1', user_id: 'UBOT', is_bot: true };

describe('for which installation Slack sends something', () => {
  it.each([
    [
      'an event',
      { team_id: 'T1', authorizations: [{ ...authorization, is_enterprise_install: false }] },
      'T1',
    ],
    [
      'an event where the app is installed for an organisation',
      { team_id: 'T1', authorizations: [{ ...authorization, is_enterprise_install: true }] },
      'E1',
    ],
    [
      'an event in a channel that is shared with another organisation',
      {
        team_id: 'T9',
        context_team_id: 'T9',
        authorizations: [{ ...authorization, is_enterprise_install: false }],
      },
      'T1',
    ],
    [
      'a command',
      { command: '/fact', team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'false' },
      'T1',
    ],
    [
      'a command where the app is installed for an organisation',
      { command: '/fact', team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' },
      'E1',
    ],
    [
      'a press',
      {
        type: 'block_actions',
        team: { id: 'T1', domain: 'news' },
        enterprise: null,
        is_enterprise_install: false,
      },
      'T1',
    ],
    [
      'a press where the app is installed for an organisation',
      { type: 'block_actions', team: null, enterprise: { id: 'E1' }, is_enterprise_install: true },
      'E1',
    ],
    [
      'a form that was opened in another workspace of a shared channel',
      { type: 'view_submission', team: { id: 'T9' }, view: { app_installed_team_id: 'T1' } },
      'T1',
    ],
    [
      'a press that names the workspace of the person alone',
      { user: { id: 'U1', team_id: 'T1' }, team: null },
      'T1',
    ],
    ['nothing that names a place', { type: 'event_callback', team_id: 7, authorizations: 'none' }, undefined],
  ])('is known of %s', (_, body, key) => {
    expect(installationKeyOf(body)).toBe(key);
  });
});
