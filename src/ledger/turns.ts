/** Lets the next one have the connection. */
export type EndTurn = () => void;

/** One after the other, in the order of asking. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Waits for a turn. */
  async take(): Promise<EndTurn> {
    const before = this.#last;
    let end: EndTurn = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
