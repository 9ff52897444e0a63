import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readManifest, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { createTestDatabase, POSTGRES_URL } from '../../test/ledger/test-databases.ts';
import { openBalancer } from '../balancer.ts';
import type { Newsroom } from './newsroom.ts';
import { type Replica, startReplica } from './replica.ts';
import type { Way } from './way.ts';

/** A workspace, a database, and the copies of the bot that work there. */
export interface Workplace {
  readonly standIn: StandIn;
  /** The copies that run, oldest first. */
  readonly replicas: Replica[];
  /** What the copies logged as errors. */
  readonly troubles: readonly string[];
  /** Starts one more copy, and waits until it is ready. */
  addReplica(): Promise<Replica>;
  /** Lets Slack send to the copies; by sockets it does so already. */
  connect(): Promise<void>;
  /** Ends all copies and leaves nothing behind. */
  close(): Promise<void>;
}

/** Opens a workspace whose app is reached in one way, with nobody at work yet. */
export async function openWorkplace(way: Way, newsroom: Newsroom): Promise<Workplace> {
  const manifest = readManifest(parse(await readFile('manifest.yml', 'utf8')));
  const settings = { ...manifest.settings, socket_mode_enabled: way === 'socket' };
  const standIn = await startStandIn({ manifest: { ...manifest, settings } });
  standIn.faults.keepPace();
  const database = await createTestDatabase(POSTGRES_URL);
  const replicas: Replica[] = [];
  const troubles: string[] = [];
  const balancer = way === 'http' ? await openBalancer(() => replicas) : undefined;
  const reached = {
    socket: { SLACK_APP_TOKEN: standIn.appToken, SLACK_SIGNING_SECRET: '' },
    http: { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: standIn.signingSecret, PORT: '0' },
  }[way];
  return {
    ...{ standIn, replicas, troubles },
    async addReplica() {
      const copy = {
        standIn,
        folder: await newsroom.dataFolder(),
        settings: {
          ...{ ...reached, SLACK_HTTP_HOST: '', DATABASE_URL: database.databaseUrl ?? '' },
          ...{ FACTDESK_FACTS: newsroom.facts, FACTDESK_ARCHIVE: newsroom.archive },
          ...{ FACTDESK_CHANNELS: '', DESK_CHANNEL: '', DESK_MEMBERS: '' },
        },
        onTrouble: (line: string) => troubles.push(line),
      };
      // Whoever looks after copies starts one again that ends at its start.
      const replica = await startReplica(copy).catch((error: Error) => {
        troubles.push(error.message);
        return startReplica(copy);
      });
      replicas.push(replica);
      return replica;
    },
    connect: async () => balancer && standIn.setRequestUrl(`${balancer.origin}/slack/events`),
    async close() {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await balancer?.close();
      await standIn.close();
      await database.remove();
    },
  };
}
