import type { ErrorName } from '../slack-names.ts';
import { PostPace, type PostPaceOptions } from './post-pace.ts';

/** Something that goes wrong with one Web API call. */
export type Fault =
  /** HTTP 429; the client is told to wait, or not for how long where that is null. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number | null }
  /** HTTP 500 with a body that is not JSON. */
  | { readonly kind: 'server-error' }
  /** `ok: false` with this error. */
  | { readonly kind: 'refused'; readonly error: ErrorName }
  /** The call is taken and never answered. */
  | { readonly kind: 'no-answer' }
  /** The call is carried out, but the connection breaks before its answer. */
  | { readonly kind: 'lost-answer' };

/** A call about to be made, as far as faults depend on it. */
export interface FaultyCall {
  readonly method: string;
  /** Where a message is to be posted. */
  readonly channel: string | undefined;
  /** Which message is to be changed. */
  readonly ts: string | undefined;
  readonly at: Date;
}

/** What goes wrong with a call; undefined where nothing does. */
export type FaultOf = (call: FaultyCall) => Fault | undefined;

/** What is going to go wrong, by method. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();
  #each: FaultOf = () => undefined;
  #pace: PostPace | undefined;

  /** Lets the next `times` calls of a method go wrong; several plans are carried out in order. */
  next(method: string, fault: Fault, times = 1): void {
    const planned = this.#planned.get(method) ?? [];
    this.#planned.set(method, [...planned, ...Array<Fault>(times).fill(fault)]);
  }

  /** Lets every call of every method go wrong until `clear`. */
  always(fault: Fault): void {
    this.each(() => fault);
  }

  /** Lets calls go wrong as this says of each, until `clear`. */
  each(faultOf: FaultOf): void {
    this.#each = faultOf;
  }

  /** Refuses messages that come faster than Slack takes them in one channel, also after `clear`. */
  keepPace(options: PostPaceOptions = {}): void {
    this.#pace = new PostPace(options);
  }

  /** Takes back everything planned. */
  clear(): void {
    this.#planned.clear();
    this.#each = () => undefined;
  }

  /** The fault planned for this call, which is thereby used up. */
  take(call: FaultyCall): Fault | undefined {
    return this.#each(call) ?? this.#planned.get(call.method)?.shift() ?? this.#tooFast(call);
  }

  #tooFast({ method, channel, at }: FaultyCall): Fault | undefined {
    if (method !== 'chat.postMessage' || channel === undefined || this.#pace === undefined) return undefined;
    if (this.#pace.takes(channel, at)) return undefined;
    return { kind: 'rate-limited', retryAfterSeconds: this.#pace.retryAfterSeconds };
  }
}
