import type { Person } from '../person/person.ts';

/** Carries out a command that is Slack's own and not the app's; false when it is none of these. */
export function runBuiltIn(command: string, channel: string, person: Person): boolean {
  if (command !== '/invite') return false;
  person.invite(channel);
  return true;
}
