import type { Problem } from './problem.ts';

/** What the desk can be warned of, the most pressing first. */
export const WARNING_KINDS = [
  'overdue',
  'contradiction',
  'marks',
  'asked-as',
  'settings',
  'calibration',
  'no-link',
  'unchecked',
] as const;

/**
 * `overdue`, `contradiction` and `marks` bear on what readers are told; `asked-as`, `settings` and
 * `calibration` on whether they find it, and are told how sure it is; the rest on trust.
 */
export type WarningKind = (typeof WARNING_KINDS)[number];

/** Something that does not stop the bot, and that the desk should look at. */
export interface Warning extends Problem {
  readonly kind: WarningKind;
}
