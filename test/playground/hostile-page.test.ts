import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/index.ts';
import { findChromium, launchChromium } from '../browser.ts';
import { tinyManifest } from './tiny-manifest.ts';

const executable = findChromium();
/** A name that leads to this machine, as whoever owns a name can have it. */
const REBOUND = 'rebound.example';
const SCRIPT = await readFile(new URL('../fixtures/playground/hostile-page.js', import.meta.url), 'utf8');
const PAGE = `<!doctype html><title>hostile</title><body><script type="module">${SCRIPT}</script>`;

describe.runIf(executable !== undefined)(
  'a hostile page in the browser of somebody who runs the playground',
  () => {
    let browser: Browser;
    let elsewhere: Server;
    let standIn: StandIn;

    beforeAll(async () => {
      browser = await launchChromium(executable, [`--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`]);
      elsewhere = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(PAGE));
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    });
    afterAll(async () => {
      await browser?.close();
      elsewhere?.close();
    });
    beforeEach(async () => {
      standIn = await startStandIn({ manifest: tinyManifest });
    });
    afterEach(() => standIn.close());

    it.each(['127.0.0.1', 'localhost', REBOUND])('reaches nothing from %s', async (name) => {
      const page = await browser.newPage();
      const { origin } = new URL(standIn.url);
      const target = new URLSearchParams({
        origin,
        token: standIn.botToken,
        channel: standIn.channel('newsroom').id,
      });
      await page.goto(`http://${name}:${(elsewhere.address() as AddressInfo).port}/#${target}`);
      const came = await page
        .waitForFunction('window.came', undefined, { timeout: 20_000 })
        .then((found) => found.jsonValue());
      expect(Object.entries(came as object).filter(([, got]) => got)).toEqual([]);
      expect(Object.keys(came as object).length).toBeGreaterThan(15);
      for (const frame of page.frames().slice(1))
        expect(await frame.content()).not.toMatch(/Playground|"ok":true/);
      expect(standIn.calls).toEqual([]);
      expect(standIn.person('maya').messages('newsroom')).toEqual([]);
      expect((await fetch(standIn.url)).status).toBe(200);
      await page.close();
    });

    it('reaches nothing under a name that was made to lead to the playground', async () => {
      const page = await browser.newPage();
      const answer = await page.goto(standIn.url.replace('127.0.0.1', REBOUND));
      expect(answer?.status()).toBe(403);
      expect(await page.innerText('body')).toContain('answers its own page only');
      await page.close();
    });
  },
);
