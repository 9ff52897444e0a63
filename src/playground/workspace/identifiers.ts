/** Hands out ids in Slack's shape: letters for the kind of thing, then ten capitals and digits. */
export class Identifiers {
  #count = 0;

  /** A fresh id; `prefix` is Slack's letter for the kind: `C` channel, `U` person, `V` view. */
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}0PG${this.#count.toString(36).toUpperCase().padStart(7, '0')}`;
  }
}
