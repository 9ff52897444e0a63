import type { PageState, SeenCommand } from '../page-server/page-state.ts';

/** Something the box offers to complete. */
export interface Suggestion {
  readonly title: string;
  readonly detail: string;
  /** The draft after it was taken. */
  readonly completed: string;
  /** Nothing is left to complete: Enter sends the draft as it stands. */
  readonly isTyped: boolean;
}

/** The command whose arguments are being typed. */
export function activeCommand(draft: string, commands: readonly SeenCommand[]): SeenCommand | undefined {
  return commands.find(({ command }) => draft === command || draft.startsWith(`${command} `));
}

/**
 * What can complete a draft: after a slash at the start the app's commands, after `@` people and the app.
 * Commands do not work in threads, as in Slack.
 */
export function suggestFor(draft: string, isThread: boolean, pageState: PageState): readonly Suggestion[] {
  if (/^\/\S*$/.test(draft)) return isThread ? [] : suggestCommands(draft, pageState.app.commands);
  const mention = /(^|\s)@([\w.-]*)$/.exec(draft);
  return mention === null ? [] : suggestNames(draft, mention[2] ?? '', pageState);
}

function suggestCommands(draft: string, commands: readonly SeenCommand[]): readonly Suggestion[] {
  return commands
    .filter(({ command }) => command.startsWith(draft))
    .map(({ command, hint, description }) => ({
      title: `${command} ${hint}`.trim(),
      detail: description,
      completed: `${command} `,
      isTyped: command === draft,
    }));
}

function suggestNames(draft: string, begun: string, { app, people, me }: PageState): readonly Suggestion[] {
  const stem = draft.slice(0, draft.length - begun.length);
  const bot = { handle: app.handle, name: app.name, role: 'App' };
  return [bot, ...people.filter(({ id }) => id !== me.id)]
    .filter(({ handle, name }) =>
      [handle, name].some((one) => one.toLowerCase().startsWith(begun.toLowerCase())),
    )
    .slice(0, 6)
    .map(({ handle, name, role }) => ({
      title: `@${handle}`,
      detail: `${name}, ${role}`,
      completed: `${stem}${handle} `,
      isTyped: false,
    }));
}
