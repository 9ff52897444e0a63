import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homesOf } from '../../../src/slack/reading/sender.ts';

const delivered = (event: object, outer: object = {}) => ({ team_id: 'T1', ...outer, event });

describe('where whoever sent a payload belongs', () => {
  it.each([
    ['a message of a colleague', delivered({ team: 'T1', user_team: 'T1' }), ['T1']],
    [
      'a message of somebody elsewhere',
      delivered({ team: 'T2', user_team: 'T2', source_team: 'T2' }),
      ['T2'],
    ],
    ['a message that names the source alone', delivered({ source_team: 'T2' }), ['T2']],
    ['a message that names the profile alone', delivered({ user_profile: { team: 'T2' } }), ['T2']],
    [
      'a colleague in a channel of others',
      delivered({ user_team: 'T1', source_team: 'T2' }, { team_id: 'T2' }),
      ['T1'],
    ],
    ['an event that says nothing of the person', delivered({ user: 'U1' }), ['T1']],
    ['a workflow step in an organisation', delivered({}, { enterprise_id: 'E1' }), ['T1', 'E1']],
    ['a command', { command: '/fact', team_id: 'T2', user_id: 'U1' }, ['T2']],
    ['a press elsewhere', { user: { id: 'U1', team_id: 'T2' }, team: { id: 'T1' } }, ['T2']],
    [
      'a press in an organisation',
      { user: { id: 'U1', team_id: 'E1' }, team: { id: 'T1', enterprise_id: 'E1' } },
      ['E1'],
    ],
    [
      'a press that names no team of the person',
      { user: { id: 'U1' }, team: { id: 'T1', enterprise_id: 'E1' } },
      ['T1', 'E1'],
    ],
    [
      'a window in an app of an organisation',
      { user: { id: 'U1' }, team: null, view: { team_id: 'T2' } },
      ['T2'],
    ],
    ['a payload that names none', { user: { id: 'U1' } }, []],
  ])('is read of %s', (_what, payload, homes) => {
    expect(homesOf(payload)).toEqual(homes);
  });

  it('is read as nowhere, without an error, of what makes no sense', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (body) => {
        expect(homesOf(body)).toEqual([]);
      }),
    );
  });
});
