import express, { type Request, type Response, type Router } from 'express';
import { ZodError } from 'zod';
import { Person } from '../person/person.ts';
import type { Platform } from '../platform.ts';
import type { Member } from '../workspace/member.ts';
import { carryOut, readDeed } from './deed.ts';
import { lookAround } from './look-around.ts';
import { bundlePage, type PageBundle } from './page-bundle.ts';
import { pageDocument } from './page-document.ts';

/** Several changes within this time reach the page as one. */
const GATHER_MS = 15;

/** The page, what it watches and what it sends. */
export function pageRoutes(platform: Platform, examples: readonly string[]): Router {
  const router = express.Router();
  let bundle: Promise<PageBundle> | undefined;
  const bundled = () => {
    bundle ??= bundlePage();
    return bundle;
  };
  router.get(['/', '/archives/*rest'], (_, response) => {
    response.type('html').send(pageDocument(platform.workspace.team.name));
  });
  router.get('/page.js', async (_, response) => {
    response.type('js').send((await bundled()).script);
  });
  router.get('/page.css', async (_, response) => {
    response.type('css').send((await bundled()).style);
  });
  router.get('/sight/:handle', (request, response, next) => {
    const member = memberOf(request, platform);
    if (member === undefined) next();
    else watch(member, response, { platform, examples });
  });
  router.post('/deeds/:handle', express.json({ limit: '1mb' }), (request, response) =>
    takeDeed(request, response, platform),
  );
  return router;
}

interface Watched {
  readonly platform: Platform;
  readonly examples: readonly string[];
}

/** Sends what a person sees as server-sent events: now, and after every change. */
function watch(member: Member, response: Response, { platform, examples }: Watched): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let gathering: NodeJS.Timeout | undefined;
  const send = () => {
    gathering = undefined;
    response.write(`data: ${JSON.stringify(lookAround(member, platform, examples))}\n\n`);
  };
  send();
  const unsubscribe = platform.workspace.changes.subscribe(() => {
    gathering ??= setTimeout(send, GATHER_MS);
  });
  response.on('close', () => {
    unsubscribe();
    clearTimeout(gathering);
  });
}

async function takeDeed(request: Request, response: Response, platform: Platform): Promise<void> {
  try {
    const member = memberOf(request, platform);
    if (member === undefined) throw new Error('Nobody of that name works here.');
    await carryOut(readDeed(request.body), new Person(platform, member));
    response.status(204).end();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const message = cause instanceof ZodError ? 'This is nothing a person can do here.' : cause.message;
    response.status(400).json({ message });
  }
}

/** Somebody who is there: looking and asking bring no new colleagues. */
function memberOf(request: Request, { workspace }: Platform): Member | undefined {
  return workspace.knownPerson(String(request.params.handle));
}
