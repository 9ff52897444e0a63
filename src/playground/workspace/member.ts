/** Somebody who works in the workspace, or the bot. */
export interface Member {
  readonly id: string;
  /** The short name, unique in the workspace, by which tests and slash commands know them. */
  readonly handle: string;
  readonly realName: string;
  /** What they do, shown beside the name on the page. */
  readonly role: string;
  readonly timezone: string;
  readonly isAdmin: boolean;
  readonly isBot: boolean;
  /** A guest sees the channels they were invited to alone. @default false */
  readonly isGuest?: boolean;
  /** The workspace they belong to: another one for those who are here through a shared channel only. */
  readonly teamId: string;
}

/** The people the page lets one ask as: each sees only what is theirs. */
export const CAST = [
  {
    handle: 'maya',
    realName: 'Maya Lindqvist',
    role: 'Reporter',
    timezone: 'Europe/Stockholm',
    isAdmin: false,
  },
  { handle: 'jonas', realName: 'Jonas Adeyemi', role: 'Editor', timezone: 'Europe/London', isAdmin: true },
  {
    handle: 'ines',
    realName: 'Inês Carvalho',
    role: 'Fact checker',
    timezone: 'Europe/Lisbon',
    isAdmin: false,
  },
] as const;
