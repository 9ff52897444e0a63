import { execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, readdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { lastOf, type Stage, type Step, settingsOf, stages } from '../containers/dockerfile.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { freshCopy } from './fresh-copy.ts';

/** Root becomes an ordinary user; whoever is one already stays it. */
const USER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A folder that stands for the root of an image. */
interface Image {
  readonly root: string;
  /** Where the steps are taken, in the image. */
  workdir: string;
}

const inside = ({ root, workdir }: Image, path: string) =>
  join(root, isAbsolute(path) ? path : join(workdir, path));

async function build(context: string): Promise<{ readonly image: Image; readonly last: Stage }> {
  const built = new Map<string | null, Image>();
  const [first, last] = stages();
  if (first === undefined || last === undefined) throw new Error('The Dockerfile has two stages.');
  for (const stage of [first, last]) {
    const image = { root: await createFolder({}), workdir: '/' };
    await own(image.root);
    for (const step of stage.steps) await take(step, image, { context, built });
    built.set(stage.name, image);
  }
  const image = built.get(last.name);
  if (image === undefined) throw new Error('Nothing was built.');
  return { image, last };
}

interface Sources {
  readonly context: string;
  readonly built: ReadonlyMap<string | null, Image>;
}

async function take({ keyword, words, flags, text }: Step, image: Image, { context, built }: Sources) {
  if (keyword === 'WORKDIR') {
    image.workdir = words[0] ?? '';
    await mkdir(inside(image, '.'), { recursive: true });
    await own(inside(image, '.'));
  }
  if (keyword === 'COPY') {
    const other = flags.from === undefined ? { root: context, workdir: '/' } : built.get(flags.from);
    if (other === undefined) throw new Error(`No stage is called ${flags.from}.`);
    const target = inside(image, words.at(-1) ?? '');
    for (const source of words.slice(0, -1)) {
      const from = inside(other, source);
      const isInto = words.at(-1)?.endsWith('/') === true;
      const to = isInto ? join(target, source) : target;
      await mkdir(dirname(to), { recursive: true });
      await cp(from, to, { recursive: true });
    }
    await ownAll(inside(image, '.'));
  }
  if (keyword === 'RUN') await runStep(text, image);
}

/** As the user, in the folder of the image. Of all paths only that of the data is outside of it. */
async function runStep(text: string, image: Image): Promise<void> {
  const { uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0 } = USER;
  const line = text
    .replaceAll(/(?<=\s)\/data\b/g, join(image.root, 'data'))
    .replace('--owner=node', `--owner=${uid}`)
    .replace('--group=node', `--group=${gid}`);
  const options = { cwd: inside(image, '.'), env: environment(image), ...USER, maxBuffer: 1e8 };
  await promisify(execFile)('sh', ['-c', line], options);
}

const environment = ({ root }: Image) => ({
  PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
  HOME: join(root, 'home'),
  npm_config_cache: join(root, 'home', '.npm'),
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^npm_config_registry$|proxy$|^NODE_EXTRA_CA_CERTS$/i.test(name),
    ),
  ),
});

async function own(path: string): Promise<void> {
  if (USER.uid !== undefined) await chown(path, USER.uid, USER.gid);
}

async function ownAll(folder: string): Promise<void> {
  await own(folder);
  if (folder.endsWith('node_modules')) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await ownAll(path);
    else await own(path);
  }
}

/** Nobody may write there any more. */
async function closeForWriting(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await closeForWriting(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o555);
  }
  await chmod(folder, 0o555);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

// It installs all packages twice.
describe.runIf(process.env.CI)('the steps of the Dockerfile', () => {
  it('give a bot that an ordinary user runs with the code read-only, that is found alive, and ends when it is told to', async () => {
    const { image, last } = await build(await freshCopy());
    const app = inside(image, '.');
    await closeForWriting(app);
    const tmp = join(image.root, 'tmp');
    await mkdir(tmp);
    await own(tmp);
    const slack = await startStandIn({ manifest: await readOwnManifest() });
    onTestFinished(() => slack.close());
    const env = {
      ...environment(image),
      ...settingsOf(last),
      FACTDESK_DATA: join(image.root, settingsOf(last).FACTDESK_DATA ?? ''),
      ...{ FACTDESK_ADMIN_PORT: String(await freePort()), FACTDESK_ADMIN_HOST: '127.0.0.1', TMPDIR: tmp },
      ...{ SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    };
    const start = (words: readonly string[]) => {
      const [program = '', ...rest] = words;
      const path = program === 'node' ? process.execPath : program;
      return spawn(path, rest, { cwd: app, env, stdio: ['ignore', 'ignore', 'inherit'], ...USER });
    };
    const ended = (child: ReturnType<typeof start>) =>
      new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    const healthcheck = lastOf(last, 'HEALTHCHECK');
    expect(await ended(start(healthcheck))).toBe(1);
    const bot = start([...lastOf(last, 'ENTRYPOINT'), ...lastOf(last, 'CMD')]);
    onTestFinished(() => void bot.kill('SIGKILL'));
    await slack.until(() => slack.sockets.size > 0, { withinMs: 60_000 });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage('How many civilians did mines kill in Ukraine?'), { withinMs: 30_000 });
    expect(await ended(start(healthcheck))).toBe(0);
    bot.kill('SIGTERM');
    expect(await ended(bot)).toBe(0);
    expect(await readdir(tmp)).toEqual([]);
    expect(await readdir(env.FACTDESK_DATA)).toContain('ledger.sqlite');
    const installed = await readdir(join(app, 'node_modules'));
    expect(installed).toContain('libsql');
    for (const name of ['typescript', 'vitest', 'tsx', '@biomejs']) expect(installed).not.toContain(name);
  }, 600_000);
});
