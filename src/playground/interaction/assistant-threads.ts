import type { Workspace } from '../workspace/workspace.ts';

/** Slack takes a status away after two minutes. */
const STATUS_LASTS_MS = 120_000;

/** A question the app suggests. */
export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}

interface Status {
  readonly text: string;
  readonly expiresAt: number;
}

/** What an agent shows beside its messages: a status while it works, a title, suggested questions. */
export class AssistantThreads {
  readonly #workspace: Workspace;
  readonly #statuses = new Map<string, Status>();
  readonly #prompts = new Map<string, readonly SuggestedPrompt[]>();
  readonly #titles = new Map<string, string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Sets the status of a thread; empty text takes it away. */
  setStatus(channel: string, threadTs: string, text: string): void {
    const expiresAt = this.#workspace.now().getTime() + STATUS_LASTS_MS;
    if (text === '') this.#statuses.delete(key(channel, threadTs));
    else this.#statuses.set(key(channel, threadTs), { text, expiresAt });
    this.#workspace.changes.announce();
  }

  /** The status a thread shows now. */
  status(channel: string, threadTs: string): string | undefined {
    const status = this.#statuses.get(key(channel, threadTs));
    return status !== undefined && this.#workspace.now().getTime() <= status.expiresAt
      ? status.text
      : undefined;
  }

  /** Every status a channel shows now, by thread. */
  statuses(channel: string): Readonly<Record<string, string>> {
    const threads = [...this.#statuses.keys()]
      .filter((one) => one.startsWith(`${channel} `))
      .map((one) => one.slice(channel.length + 1));
    return Object.fromEntries(
      threads.flatMap((threadTs) => {
        const text = this.status(channel, threadTs);
        return text === undefined ? [] : [[threadTs, text]];
      }),
    );
  }

  /** Suggests questions in a direct message. */
  suggest(channel: string, prompts: readonly SuggestedPrompt[]): void {
    this.#prompts.set(channel, prompts);
    this.#workspace.changes.announce();
  }

  /** The questions suggested in a direct message: those the app set, else those of its manifest. */
  prompts(channel: string): readonly SuggestedPrompt[] {
    const { features } = this.#workspace.manifest;
    const fixed = features?.agent_view?.suggested_prompts ?? features?.assistant_view?.suggested_prompts;
    return this.#prompts.get(channel) ?? fixed ?? [];
  }

  /** Gives a thread a title. */
  setTitle(channel: string, threadTs: string, title: string): void {
    this.#titles.set(key(channel, threadTs), title);
    this.#workspace.changes.announce();
  }

  /** The title of a thread. */
  title(channel: string, threadTs: string): string | undefined {
    return this.#titles.get(key(channel, threadTs));
  }
}

function key(channel: string, threadTs: string): string {
  return `${channel} ${threadTs}`;
}
