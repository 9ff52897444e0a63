import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFolder } from '../corpus/temporary-folder.ts';
import { run } from './run.ts';

const start = async (env: Readonly<Record<string, string>>) =>
  run(['serve'], { env: { FACTDESK_DATA: await createFolder({}), ...env } });

describe('a port for probes that cannot be opened', () => {
  it('is told with the setting that names the wrong address', async () => {
    const { stderr, exitCode } = await start({
      FACTDESK_ADMIN_PORT: '0',
      FACTDESK_ADMIN_HOST: '192.0.2.1',
    });
    expect(stderr).toBe(
      'FACTDESK_ADMIN_HOST 192.0.2.1 cannot be listened on. ' +
        'Use 127.0.0.1, or 0.0.0.0 for every address. (EADDRNOTAVAIL)\n',
    );
    expect(exitCode).toBe(2);
  });

  it('is told when another program has it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { stderr, exitCode } = await start({ FACTDESK_ADMIN_PORT: String(port) });
    expect(stderr).toBe(`FACTDESK_ADMIN_PORT ${port} is taken by another program.\n`);
    expect(exitCode).toBe(2);
  });
});
