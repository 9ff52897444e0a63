import type { Logger } from 'pino';
import type { Installation, Installations } from '../../installations/index.ts';

/** Another copy of the bot may take an installation, or lose one. */
const LOOK_EVERY_MS = 5_000;
/** What could not start is tried again after this long, or when it is installed anew. */
const AGAIN_AFTER_MS = 60_000;

/** One bot that runs. */
export interface RunningBot {
  /** Resolves when it has ended, for whatever reason. Never rejects. */
  readonly ended: Promise<'stopped' | 'failed'>;
  stop(): void;
}

/** What it needs. */
export interface WorkspaceBotsOptions {
  readonly installations: Pick<Installations, 'list'>;
  readonly start: (installation: Installation) => RunningBot;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** One bot for each installation that can be read: started when it is there, stopped when it is gone. */
export class WorkspaceBots {
  readonly #options: WorkspaceBotsOptions;
  readonly #running = new Map<string, RunningBot & { readonly botUserId: string }>();
  readonly #failed = new Map<string, { readonly version: string; readonly at: number }>();
  readonly #toldUnreadable = new Set<string>();
  #looking: Promise<void> = Promise.resolve();
  #isLookDue = false;
  #isStopping = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WorkspaceBotsOptions) {
    this.#options = options;
  }

  /** Looks at once, and every few seconds from then on. */
  async follow(): Promise<void> {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    await this.look();
  }

  /** Looks which installations there are. Never rejects; where the database is away, all stays as it is. */
  look(): Promise<void> {
    if (!this.#isLookDue) {
      this.#isLookDue = true;
      this.#looking = this.#looking.then(() => this.#lookOnce());
    }
    return this.#looking;
  }

  /** Stops all of them. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#looking;
    for (const bot of this.#running.values()) bot.stop();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  async #lookOnce(): Promise<void> {
    this.#isLookDue = false;
    if (this.#isStopping) return;
    const { installations, logger } = this.#options;
    try {
      const { installations: found, unreadable } = await installations.list();
      for (const { key, reason } of unreadable) this.#tellOnce(key, reason);
      const there = new Set([...found, ...unreadable].map(({ key }) => key));
      for (const [key, bot] of this.#running) if (!there.has(key)) bot.stop();
      for (const installation of found) this.#startOnce(installation);
    } catch (err) {
      logger.error({ err }, 'the installations could not be looked at; what runs goes on');
    }
  }

  #tellOnce(key: string, reason: string): void {
    if (this.#toldUnreadable.has(key)) return;
    this.#toldUnreadable.add(key);
    this.#options.logger.error({ workspace: key }, `${reason} Nobody there gets a reply; all others do.`);
  }

  #startOnce(installation: Installation): void {
    const { key, version, grant } = installation;
    const { start, now } = this.#options;
    this.#toldUnreadable.delete(key);
    const running = this.#running.get(key);
    // An app that was deleted and made anew has another bot.
    if (running !== undefined && running.botUserId !== grant.botUserId) running.stop();
    if (running !== undefined) return;
    const failed = this.#failed.get(key);
    if (failed?.version === version && now().getTime() - failed.at < AGAIN_AFTER_MS) return;
    this.#failed.delete(key);
    const bot = start(installation);
    this.#running.set(key, { ...bot, botUserId: grant.botUserId });
    void bot.ended.then((how) => {
      this.#running.delete(key);
      if (how === 'failed') this.#failed.set(key, { version, at: now().getTime() });
      // It may have been installed anew while it ended.
      else void this.look();
    });
  }
}
