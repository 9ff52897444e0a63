import { join } from 'node:path';

/** Where the facts go that the desk writes in Slack. */
export interface DeskSheetPlace {
  /** Folder of the fact sheets. */
  readonly facts: string;
  /** A sheet below that folder. @default `desk/2026-12.md`, one a month */
  readonly sheet?: string | undefined;
}

/** A sheet that gathers facts. */
export interface SheetOfMonth {
  /** Below the folder of the sheets. */
  readonly name: string;
  /** That in which it is begun, such as `2026-12`. */
  readonly month: string;
}

/** The sheet in which a fact of that moment is written. */
export function deskSheetOf({ sheet }: Pick<DeskSheetPlace, 'sheet'>, at: Date): SheetOfMonth {
  const month = at.toISOString().slice(0, 7);
  return { name: sheet ?? `desk/${month}.md`, month };
}

/** Its file. */
export function deskSheetFile({ facts }: DeskSheetPlace, name: string): string {
  return join(facts, name);
}

/**
 * The head of a sheet that gathers facts of a month (`2026-12`). Each of them names the source it was taken from, so
 * nobody is shown this one.
 */
export function newDeskSheet(month: string): string {
  return `---\ntitle: Facts of the desk, ${month}\npublished: ${month}\n---\n`;
}
