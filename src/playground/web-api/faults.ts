/** Something that goes wrong with one Web API call. */
export type Fault =
  /** HTTP 429; the client is told to wait. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  /** HTTP 500 with a body that is not JSON. */
  | { readonly kind: 'server-error' }
  /** `ok: false` with this error. */
  | { readonly kind: 'refused'; readonly error: string }
  /** The call is taken and never answered. */
  | { readonly kind: 'no-answer' }
  /** The call is carried out, but the connection breaks before its answer. */
  | { readonly kind: 'lost-answer' };

/** What is going to go wrong, by method. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();

  /** Lets the next `times` calls of a method go wrong; several plans are carried out in order. */
  next(method: string, fault: Fault, times = 1): void {
    const planned = this.#planned.get(method) ?? [];
    this.#planned.set(method, [...planned, ...Array<Fault>(times).fill(fault)]);
  }

  /** Takes back everything planned. */
  clear(): void {
    this.#planned.clear();
  }

  /** The fault planned for this call of a method, which is thereby used up. */
  take(method: string): Fault | undefined {
    return this.#planned.get(method)?.shift();
  }
}
