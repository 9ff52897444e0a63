import type { HeldBack, ShownFor } from '../answer/index.ts';

/** Why the first quote is given as a close match and not as the answer. */
export const HELD_BACK: Readonly<Record<HeldBack, string>> = {
  topic: 'Held back: one or two words name a topic. Ask what you want to know of it.',
  contradiction:
    'Held back: the first quote says something else than what was asked: it speaks of another year, number, name, ' +
    'code or country, turns round who does what to whom, or holds no such thing and has no such question.',
};

/** Why there are close matches where no quote is likely enough to be the answer. */
export const SHOWN_FOR: Readonly<Record<ShownFor, string>> = {
  likelihood: 'Close matches: it is likely enough that one of the first three answers.',
  filters: 'Close matches: nothing but filters was asked, and these are the newest within them.',
};

/** Why a question was answered without the sentence encoder. */
export const WITHOUT_ENCODER: Readonly<Record<'late' | 'failed', string>> = {
  late: 'Without the sentence encoder: it did not answer in time.',
  failed: 'Without the sentence encoder: it failed.',
};
