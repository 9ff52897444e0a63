import { connect, createServer, type Socket } from 'node:net';

/** When something goes wrong with what was sent. */
export type Moment = 'before it arrives' | 'when it is done';

/** Stands between the bot and a server, and has the bad days that networks have. */
export interface TcpProxy {
  /** The same address, by way of this proxy. */
  through(url: string): string;
  /** Breaks every connection off, as a server does that restarts. */
  cut(): void;
  /** Breaks the present connections off when they are next used, as a firewall does that forgot them. */
  forget(): void;
  /** Nothing that either side sends arrives any more, and nobody is told. New connections are taken, and hang too. */
  stall(): void;
  /** From now on everything that the bot sends arrives so many milliseconds later. */
  slow(ms: number): void;
  /** New connections are refused, and the present ones are broken off. */
  refuse(): void;
  /** All is well again, also for what hung meanwhile. */
  resume(): Promise<void>;
  /**
   * The next time the bot sends this text, its connection is cut: before the server gets it, or when the server has
   * done what it says, with the answer lost.
   */
  cutAt(text: string, when: Moment): void;
  /** The next time the bot sends this text, everything hangs; likewise. */
  stallAt(text: string, when: Moment): void;
  /** Whether `cutAt` or `stallAt` still waits for its text. */
  isWaiting(): boolean;
  close(): Promise<void>;
}

interface Pair {
  readonly bot: Socket;
  readonly server: Socket;
  /** What the server sends is lost, and the bot cut off. */
  isDoomed: boolean;
  isForgotten: boolean;
}

/** A proxy in front of the server at that address. */
export async function openTcpProxy(serverUrl: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(serverUrl);
  const pairs = new Set<Pair>();
  let isStalled = false;
  let lateMs = 0;
  let trap: { readonly text: string; readonly act: (pair: Pair, data: Buffer) => void } | undefined;

  const end = (pair: Pair) => {
    pair.bot.resetAndDestroy();
    pair.server.destroy();
    pairs.delete(pair);
  };
  const stall = () => {
    isStalled = true;
    for (const { bot, server } of pairs) {
      bot.pause();
      server.pause();
    }
  };
  const listener = createServer((bot) => {
    const server = connect(Number(port || 5432), hostname);
    const pair: Pair = { bot, server, isDoomed: false, isForgotten: false };
    pairs.add(pair);
    bot.on('data', (data) => {
      if (pair.isForgotten) {
        end(pair);
        return;
      }
      if (trap === undefined || !data.includes(trap.text)) {
        if (lateMs === 0) server.write(data);
        else setTimeout(() => server.write(data), lateMs);
        return;
      }
      const { act } = trap;
      trap = undefined;
      act(pair, data);
    });
    server.on('data', (data) => {
      if (pair.isDoomed) end(pair);
      else bot.write(data);
    });
    for (const socket of [bot, server]) {
      socket.on('error', () => undefined);
      socket.on('close', () => end(pair));
    }
    if (isStalled) {
      bot.pause();
      server.pause();
    }
  });
  const listen = (at: number) =>
    new Promise<void>((resolve) => listener.listen(at, '127.0.0.1', () => resolve()));
  await listen(0);
  const address = listener.address();
  const ownPort = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = () => {
    for (const pair of [...pairs]) end(pair);
  };

  return {
    through(url) {
      const other = new URL(url);
      other.hostname = '127.0.0.1';
      other.port = String(ownPort);
      return other.href;
    },
    cut,
    forget() {
      for (const pair of pairs) pair.isForgotten = true;
    },
    stall,
    slow(ms) {
      lateMs = ms;
    },
    refuse() {
      listener.close();
      cut();
    },
    async resume() {
      isStalled = false;
      if (!listener.listening) await listen(ownPort);
      for (const { bot, server } of pairs) {
        bot.resume();
        server.resume();
      }
    },
    cutAt(text, when) {
      trap = {
        text,
        act(pair, data) {
          if (when === 'before it arrives') end(pair);
          else {
            pair.isDoomed = true;
            pair.server.write(data);
          }
        },
      };
    },
    stallAt(text, when) {
      trap = {
        text,
        act({ server }, data) {
          if (when === 'when it is done') server.write(data);
          stall();
        },
      };
    },
    isWaiting: () => trap !== undefined,
    async close() {
      const closed = new Promise((resolve) => listener.close(resolve));
      cut();
      await closed;
    },
  };
}
