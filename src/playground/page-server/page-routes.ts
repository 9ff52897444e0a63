import express, { type Request, type Response, type Router } from 'express';
import { ZodError } from 'zod';
import { Person } from '../person/person.ts';
import type { Platform } from '../platform.ts';
import type { Member } from '../workspace/member.ts';
import { bundlePage } from './page-bundle.ts';
import { pageDocument } from './page-document.ts';
import { readPageState } from './read-page-state.ts';
import { parseUserAction, performUserAction } from './user-action.ts';

/** Changes within this time reach the page as one event. */
const DEBOUNCE_MS = 15;

/** The routes of the page: its files, the stream of its state, and user actions. */
export function pageRoutes(platform: Platform, examples: readonly string[]): Router {
  const router = express.Router();
  router.get(['/', '/archives/*rest'], (_, response) => {
    response.type('html').send(pageDocument(platform.workspace.team.name));
  });
  router.get('/page.js', async (_, response) => {
    response.type('js').send((await bundlePage()).script);
  });
  router.get('/page.css', async (_, response) => {
    response.type('css').send((await bundlePage()).style);
  });
  router.get('/page-state/:handle', (request, response, next) => {
    const member = memberOf(request, platform);
    if (member === undefined) next();
    else watch(member, response, { platform, examples });
  });
  router.post('/actions/:handle', express.json({ limit: '1mb' }), (request, response) =>
    receiveUserAction(request, response, platform),
  );
  return router;
}

interface Watched {
  readonly platform: Platform;
  readonly examples: readonly string[];
}

/** Streams a person's page state as server-sent events: now, and after every change. */
function watch(member: Member, response: Response, { platform, examples }: Watched): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let pending: NodeJS.Timeout | undefined;
  const send = () => {
    pending = undefined;
    response.write(`data: ${JSON.stringify(readPageState(member, platform, examples))}\n\n`);
  };
  send();
  const unsubscribe = platform.workspace.changes.subscribe(() => {
    pending ??= setTimeout(send, DEBOUNCE_MS);
  });
  response.on('close', () => {
    unsubscribe();
    clearTimeout(pending);
  });
}

async function receiveUserAction(request: Request, response: Response, platform: Platform): Promise<void> {
  try {
    const member = memberOf(request, platform);
    if (member === undefined) throw new Error('Nobody of that name works here.');
    await performUserAction(parseUserAction(request.body), new Person(platform, member));
    response.status(204).end();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const message = cause instanceof ZodError ? 'This is nothing a person can do here.' : cause.message;
    response.status(400).json({ message });
  }
}

/** A member who exists already: requests of the page create no members. */
function memberOf(request: Request, { workspace }: Platform): Member | undefined {
  return workspace.knownPerson(String(request.params.handle));
}
