import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface Trigger {
  readonly personId: string;
  readonly expiresAt: number;
  isUsed: boolean;
}

/** The tickets that let the app open a modal for the person who just did something. */
export class TriggerIds {
  readonly #workspace: Workspace;
  readonly #triggers = new Map<string, Trigger>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** A trigger id for what this person did now. */
  issue(personId: string): string {
    const now = this.#workspace.now().getTime();
    for (const [id, { expiresAt, isUsed }] of this.#triggers) {
      if (isUsed && expiresAt < now) this.#triggers.delete(id);
    }
    const id = `${now}.${this.#workspace.identifiers.next('')}`;
    this.#triggers.set(id, { personId, expiresAt: now + LIMITS.triggerMs, isUsed: false });
    return id;
  }

  /**
   * Uses a trigger id up and gives the person behind it.
   * @throws Refusal `invalid_trigger_id`, `exchanged_trigger_id` or `expired_trigger_id`.
   */
  exchange(id: string): string {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) throw new Refusal('invalid_trigger_id');
    if (trigger.isUsed) throw new Refusal('exchanged_trigger_id');
    if (this.#workspace.now().getTime() > trigger.expiresAt) throw new Refusal('expired_trigger_id');
    trigger.isUsed = true;
    return trigger.personId;
  }
}
