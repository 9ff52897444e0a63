import { describe, expect, it } from 'vitest';
import {
  createInstallations,
  createKeyRing,
  MissingKeyError,
  SpoiltInstallationError,
} from '../../src/installations/index.ts';
import { openTestLedger } from '../ledger/open-test-ledger.ts';
import { databaseKinds } from '../ledger/test-databases.ts';
import { grantOf, newKey } from './sample-grant.ts';

describe.each(await databaseKinds())('installations $name', (kind) => {
  it('gives back what a workspace granted, and keeps no token in the open', async () => {
    const ledger = await openTestLedger(kind);
    const installations = createInstallations(ledger, createKeyRing(newKey()));
    const grant = grantOf({ token: 'xoxb-very-secret', refreshToken: 'xoxe-very-secret' });
    expect(await installations.keep(grant)).toBe('T0AAA');
    expect((await installations.of('T0AAA'))?.grant).toEqual(grant);
    expect(JSON.stringify(await ledger.installations())).not.toMatch(/very-secret|Daily News/);
  });

  it('keeps one for a whole organisation under the organisation, and one for its workspace apart', async () => {
    const installations = createInstallations(await openTestLedger(kind), createKeyRing(newKey()));
    await installations.keep(grantOf({ enterpriseId: 'E0AAA', teamId: null, isForOrganisation: true }));
    await installations.keep(grantOf({ enterpriseId: 'E0AAA', name: 'One workspace' }));
    const { installations: listed } = await installations.list();
    expect(listed.map(({ key }) => key)).toEqual(['E0AAA', 'T0AAA']);
  });

  it('refuses ids that Slack never gives: they would be names of folders', async () => {
    const installations = createInstallations(await openTestLedger(kind), createKeyRing(newKey()));
    await expect(installations.keep(grantOf({ teamId: '../../etc' }))).rejects.toThrow(TypeError);
  });

  it('takes a new installation in place of the old one', async () => {
    const installations = createInstallations(await openTestLedger(kind), createKeyRing(newKey()));
    await installations.keep(grantOf());
    const first = await installations.of('T0AAA');
    await installations.keep(grantOf({ token: 'xoxb-new' }));
    const second = await installations.of('T0AAA');
    expect(second?.grant.token).toBe('xoxb-new');
    expect(second?.version).not.toBe(first?.version);
  });

  it('leaves a row whose key is missing as it is, tells the key by its id, and reads all others', async () => {
    const ledger = await openTestLedger(kind);
    const [old, current] = [newKey(), newKey()];
    const before = createKeyRing(old);
    await createInstallations(ledger, before).keep(grantOf({ teamId: 'T0OLD' }));
    const installations = createInstallations(ledger, createKeyRing(current));
    await installations.keep(grantOf({ teamId: 'T0NEW' }));
    const rows = await ledger.installations();

    const listed = await installations.list();
    expect(listed.installations.map(({ key }) => key)).toEqual(['T0NEW']);
    expect(listed.unreadable).toMatchObject([{ key: 'T0OLD', keyId: before.keyId }]);
    expect(listed.unreadable[0]?.reason).toContain(`the key ${before.keyId}, which is not set`);
    await expect(installations.of('T0OLD')).rejects.toThrow(MissingKeyError);
    expect(await installations.rotateKeys()).toMatchObject({ rotated: 0, upToDate: 1 });
    expect(await ledger.installations()).toEqual(rows);
  });

  it('encrypts all rows anew under the key that is set, and needs the old one no more', async () => {
    const ledger = await openTestLedger(kind);
    const [old, current] = [newKey(), newKey()];
    const first = createInstallations(ledger, createKeyRing(old));
    for (const teamId of ['T0A', 'T0B']) await first.keep(grantOf({ teamId }));
    const both = createInstallations(ledger, createKeyRing(current, [old]));
    await both.keep(grantOf({ teamId: 'T0C' }));
    expect(await both.rotateKeys()).toEqual({ rotated: 2, upToDate: 1, unreadable: [] });
    expect(await both.rotateKeys()).toEqual({ rotated: 0, upToDate: 3, unreadable: [] });
    const { installations } = await createInstallations(ledger, createKeyRing(current)).list();
    expect(installations.map(({ grant }) => grant.token)).toEqual(Array(3).fill('xoxb-secret'));
  });

  it('keeps what a refresh brings while the keys are changed', async () => {
    const ledger = await openTestLedger(kind);
    const [old, current] = [newKey(), newKey()];
    const before = createInstallations(ledger, createKeyRing(old));
    await before.keep(grantOf({ refreshToken: 'xoxe-1' }));
    const held = await before.of('T0AAA');
    const claim = held && (await before.claimRefresh(held));
    const after = createInstallations(ledger, createKeyRing(current, [old]));
    expect((await after.rotateKeys()).rotated).toBe(1);
    await before.finishRefresh('T0AAA', claim ?? '', grantOf({ refreshToken: 'xoxe-2' }));
    expect((await after.of('T0AAA'))?.grant.refreshToken).toBe('xoxe-2');
  });

  it('does not take a row for that of another workspace, nor one that was changed', async () => {
    const ledger = await openTestLedger(kind);
    const keys = createKeyRing(newKey());
    const installations = createInstallations(ledger, keys);
    await installations.keep(grantOf({ teamId: 'T0A' }));
    const [row] = await ledger.installations();
    if (row === undefined) throw new Error('Nothing was kept.');
    await ledger.keepInstallation('T0B', row.sealed);
    await ledger.keepInstallation('T0C', { ...row.sealed, text: `AAAA${row.sealed.text.slice(4)}` });
    const listed = await installations.list();
    expect(listed.installations.map(({ key }) => key)).toEqual(['T0A']);
    expect(listed.unreadable.map(({ key }) => key)).toEqual(['T0B', 'T0C']);
    await expect(installations.of('T0B')).rejects.toThrow(SpoiltInstallationError);
  });

  it('is removed by an event that came after it, and not by one of the installation before', async () => {
    const at = new Date('2026-03-02T09:00:00.700Z');
    const ledger = await openTestLedger(kind, () => at);
    const installations = createInstallations(ledger, createKeyRing(newKey()));
    await installations.keep(grantOf());
    expect(await installations.remove('T0AAA', { asOf: new Date('2026-03-02T08:59:59Z') })).toBe(false);
    // Slack tells the second alone.
    expect(await installations.remove('T0AAA', { asOf: new Date('2026-03-02T09:00:00Z') })).toBe(true);
    expect(await installations.remove('T0AAA', { asOf: at })).toBe(false);
  });

  it('gives the right to refresh a token to one caller, and again when that one was cut short', async () => {
    let at = Date.parse('2026-03-02T09:00:00Z');
    const ledger = await openTestLedger(kind, () => new Date(at));
    const installations = createInstallations(ledger, createKeyRing(newKey()));
    await installations.keep(grantOf({ refreshToken: 'xoxe-1' }));
    const held = await installations.of('T0AAA');
    if (held === undefined) throw new Error('Nothing was kept.');
    const claims = await Promise.all(Array.from({ length: 10 }, () => installations.claimRefresh(held)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    at += 29_000;
    expect(await installations.claimRefresh(held)).toBeUndefined();
    at += 2_000;
    const claim = await installations.claimRefresh(held);
    expect(claim).toBeDefined();
    // Whoever was cut short comes too late.
    const late = claims.find((one) => one !== undefined) ?? '';
    await installations.finishRefresh('T0AAA', late, grantOf({ token: 'xoxb-late' }));
    expect((await installations.of('T0AAA'))?.grant.token).toBe('xoxb-secret');
    await installations.finishRefresh('T0AAA', claim ?? '', grantOf({ token: 'xoxb-next' }));
    expect((await installations.of('T0AAA'))?.grant.token).toBe('xoxb-next');
    expect(await installations.claimRefresh(held)).toBeUndefined();
  });

  it('takes a state once, within ten minutes', async () => {
    let at = Date.parse('2026-03-02T09:00:00Z');
    const ledger = await openTestLedger(kind, () => new Date(at));
    for (const state of ['one', 'two', 'three']) await ledger.keepInstallState(state);
    expect(await ledger.takeInstallState('one')).toBe(true);
    expect(await ledger.takeInstallState('one')).toBe(false);
    expect(await ledger.takeInstallState('never kept')).toBe(false);
    at += 10 * 60_000;
    expect(await ledger.takeInstallState('two')).toBe(true);
    at += 1;
    expect(await ledger.takeInstallState('three')).toBe(false);
  });
});
