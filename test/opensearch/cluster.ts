import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildNode, CLASS_PATH } from './build-node.ts';

const HOST = '127.0.0.1';

interface PlannedNode {
  readonly name: string;
  /** For HTTP. */
  readonly port: number;
  /** For the other nodes. */
  readonly transportPort: number;
}

/** Three nodes of OpenSearch on this machine: plain data, so that it can be handed to other processes. */
export interface ClusterPlan {
  /** Of their data and logs. */
  readonly folder: string;
  /** Number of the process whose end ends the nodes. */
  readonly keeper: number;
  readonly nodes: readonly PlannedNode[];
}

/** How the Java machine of a node is started. */
export interface NodePace {
  /** 0 as any process, up to 19 for one that leaves the processors to others. */
  readonly niceness: number;
  readonly jvm: readonly string[];
}

/** Starts soonest and leaves the processors to other tests; it answers slower than one that is fully compiled. */
export const QUICK_START: NodePace = { niceness: 10, jvm: ['-XX:TieredStopAtLevel=1'] };

/** Chooses names and free ports. */
export async function planCluster(place: Pick<ClusterPlan, 'folder' | 'keeper'>): Promise<ClusterPlan> {
  const nodes: PlannedNode[] = [];
  for (const name of ['node-1', 'node-2', 'node-3'])
    nodes.push({ name, port: await freePort(), transportPort: await freePort() });
  return { ...place, nodes };
}

/**
 * A free port below those that the system gives to outgoing connections, so that a node that was killed finds it free
 * when it comes back.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, HOST, () => resolve(true));
    });
    if (isFree) {
      server.close();
      await once(server, 'close');
      return port;
    }
  }
}

/** The three nodes, from any process that knows their plan. */
export class TestCluster {
  readonly plan: ClusterPlan;

  constructor(plan: ClusterPlan) {
    this.plan = plan;
  }

  /** The address of each node, in the order of the plan. */
  get urls(): readonly string[] {
    return this.plan.nodes.map(({ port }) => `http://${HOST}:${port}`);
  }

  /** Builds what a node is, where needed, and starts all three. What goes wrong is told by `untilReady` too. */
  async start(pace: NodePace = QUICK_START): Promise<void> {
    try {
      await buildNode();
      for (const { name } of this.plan.nodes) await this.startNode(name, pace);
    } catch (error) {
      await writeFile(this.#failureFile, String(error));
      throw error;
    }
  }

  /** Starts a node with the data and the ports that it had before. It joins the others in some seconds. */
  async startNode(name: string, { niceness, jvm }: NodePace = QUICK_START): Promise<void> {
    const log = await open(this.#file(name, 'log'), 'a');
    const java = ['java', '-Xms512m', '-Xmx512m', '-XX:+UseSerialGC', ...jvm, '-cp', CLASS_PATH, 'TestNode'];
    const settings = Object.entries(this.#settingsOf(name)).flat();
    const words = ['-n', String(niceness), ...java, String(this.plan.keeper), ...settings];
    const child = spawn('nice', words, { detached: true, stdio: ['ignore', log.fd, log.fd] });
    child.unref();
    await log.close();
    await writeFile(this.#file(name, 'pid'), String(child.pid));
  }

  /** Ends a node as a power cut does. Resolves when it is gone. */
  async killNode(name: string): Promise<void> {
    process.kill(await this.#pidOf(name), 'SIGKILL');
    await this.untilGone(name);
  }

  /** Resolves when the process of a node has ended. */
  async untilGone(name: string): Promise<void> {
    const pid = await this.#pidOf(name);
    while (isAlive(pid)) await wait(20);
  }

  /** Ends all nodes that run. */
  async stop(): Promise<void> {
    await Promise.all(this.plan.nodes.map(({ name }) => this.killNode(name).catch(() => {})));
  }

  /**
   * Waits until all nodes have found each other. Rejects with the log of a node that has ended, and after five minutes:
   * OpenSearch may have to be fetched first.
   */
  async untilReady(): Promise<void> {
    const until = Date.now() + 300_000;
    for (const url of this.urls) {
      const health = new URL(`/_cluster/health?wait_for_nodes=${this.plan.nodes.length}&timeout=1s`, url);
      while (!(await answers(health))) {
        await this.#throwWhatFailed();
        if (Date.now() > until) throw new Error(`No cluster of three nodes at ${url} within five minutes.`);
        await wait(50);
      }
    }
  }

  async #throwWhatFailed(): Promise<void> {
    const failure = await readFile(this.#failureFile, 'utf8').catch(() => undefined);
    if (failure !== undefined) throw new Error(failure);
    for (const { name } of this.plan.nodes) {
      const pid = await this.#pidOf(name).catch(() => undefined);
      if (pid === undefined || isAlive(pid)) continue;
      throw new Error(`${name} has ended:\n${await readFile(this.#file(name, 'log'), 'utf8')}`);
    }
  }

  get #failureFile(): string {
    return join(this.plan.folder, 'failure.txt');
  }

  readonly #file = (name: string, ending: 'log' | 'pid') => join(this.plan.folder, `${name}.${ending}`);

  readonly #pidOf = async (name: string) => Number(await readFile(this.#file(name, 'pid'), 'utf8'));

  #settingsOf(name: string): Readonly<Record<string, string>> {
    const { folder, nodes } = this.plan;
    const node = nodes.find((one) => one.name === name);
    if (!node) throw new Error(`There is no node ${name} in the plan.`);
    return {
      'cluster.name': 'factdesk-test',
      'node.name': name,
      'path.home': folder,
      'path.data': join(folder, name),
      'network.host': HOST,
      'http.port': String(node.port),
      'transport.port': String(node.transportPort),
      'discovery.seed_hosts': nodes.map(({ transportPort }) => `${HOST}:${transportPort}`).join(','),
      'cluster.initial_cluster_manager_nodes': nodes.map((one) => one.name).join(','),
      // It answers before it has found the others, and finds them sooner than it would look by itself.
      'discovery.initial_state_timeout': '0s',
      'discovery.find_peers_interval': '100ms',
      // A machine whose disk is rather full is no reason to keep copies back.
      'cluster.routing.allocation.disk.threshold_enabled': 'false',
    };
  }
}

/** Whether a node answers, and well. */
async function answers(url: URL): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
