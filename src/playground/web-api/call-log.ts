import type { JsonObject } from '../json.ts';

/** How many calls are kept to be looked at. */
const KEPT_CALLS = 20_000;

/** One Web API call, as it came and as it was answered. */
export interface ApiCall {
  readonly method: string;
  readonly arguments: JsonObject;
  /** The answer; undefined while there is none, or when a fault took its place. */
  readonly answer: JsonObject | undefined;
  readonly at: Date;
}

/** The last Web API calls, oldest first. Tokens are not kept. */
export class CallLog {
  readonly #calls: ApiCall[] = [];

  /** The calls, oldest first. */
  get calls(): readonly ApiCall[] {
    return this.#calls;
  }

  /** Keeps a call. */
  add(call: ApiCall): void {
    this.#calls.push(call);
    if (this.#calls.length > KEPT_CALLS) this.#calls.shift();
  }
}
