import { close, fdatasync, fstatSync, open } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/**
 * Brings what was written to one file onto the disk while the process goes on. SQLite itself stops the process at every
 * commit for as long as the disk takes; here all who commit meanwhile share the next flush.
 */
export class DiskFlush {
  readonly #file: string;
  #handle: Promise<number> | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Resolves once everything that was written before this call is on the disk. Rejects with the disk's error, and with
   * the code `ENOENT` when the file was deleted since: what is written to it is lost.
   */
  flushed(): Promise<void> {
    if (this.#running === undefined) return this.#start();
    // The one under way may have begun before the last write.
    const again = () => this.#start();
    this.#next ??= this.#running.then(again, again);
    return this.#next;
  }

  /** Lets go of the file, once what was asked for is done. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#running, this.#next]);
    if (this.#handle !== undefined) await promisify(close)(await this.#handle);
  }

  #start(): Promise<void> {
    this.#next = undefined;
    const running = this.#flush();
    this.#running = running;
    const end = () => {
      if (this.#running === running) this.#running = undefined;
    };
    running.then(end, end);
    return running;
  }

  async #flush(): Promise<void> {
    const handle = await this.#open();
    await sync(handle);
    if (fstatSync(handle).nlink === 0)
      throw Object.assign(new Error(`${this.#file} was deleted.`), { code: 'ENOENT' });
  }

  /** What could not be opened once is tried again the next time. */
  #open(): Promise<number> {
    this.#handle ??= promisify(open)(this.#file, 'r+').catch((error: unknown) => {
      this.#handle = undefined;
      throw error;
    });
    return this.#handle;
  }
}
