import type { Changes } from '../workspace/changes.ts';

/** A passing remark of Slack itself to one person: what they did could not be carried out. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** What Slack told each person about their last actions. */
export class Notices {
  readonly #changes: Changes;
  readonly #notices = new Map<string, readonly Notice[]>();
  #count = 0;

  constructor(changes: Changes) {
    this.#changes = changes;
  }

  /** Everything told to a person, oldest first. */
  of(personId: string): readonly Notice[] {
    return this.#notices.get(personId) ?? [];
  }

  /** Tells a person something. */
  tell(personId: string, text: string): void {
    this.#count += 1;
    this.#notices.set(personId, [...this.of(personId), { id: this.#count, text }]);
    this.#changes.announce();
  }
}
