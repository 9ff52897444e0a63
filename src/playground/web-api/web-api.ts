import express, { type Request, type Response, type Router } from 'express';
import { type JsonObject, toJsonObject } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { refusesWith } from '../slack-names.ts';
import type { CallLog } from './call-log.ts';
import type { Fault, Faults } from './faults.ts';
import { type CallContext, type Method, requireScope } from './method.ts';
import { METHODS } from './methods/index.ts';
import { checkToken } from './tokens.ts';

/** Slack takes bodies of some megabytes at most. */
const BODY_LIMIT = '4mb';

/** What the Web API needs beside the platform it works on. */
export interface WebApiOptions {
  readonly context: () => CallContext;
  readonly faults: Faults;
  readonly log: CallLog;
}

/**
 * The routes `/api/METHOD`, which take forms and JSON as Slack does. What stands in the address is not read: a link
 * or a picture must not be a call, and a token does not belong there.
 */
export function webApi(options: WebApiOptions): Router {
  const router = express.Router();
  router.use(express.urlencoded({ limit: BODY_LIMIT, extended: false }), express.json({ limit: BODY_LIMIT }));
  router.post('/:method', (request, response) => call(request, response, options));
  return router;
}

function call(request: Request, response: Response, { context, faults, log }: WebApiOptions): void {
  const name = String(request.params.method);
  const { token, ...rest } = toJsonObject(request.body);
  const bearer = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  const at = context().platform.workspace.now();
  const fault = faults.take({ method: name, channel: asText(rest.channel), ts: asText(rest.ts), at });
  const performUserAction = () => answerCall(METHODS.get(name), rest, bearer ?? asText(token), context());
  const answer = fault === undefined || fault.kind === 'lost-answer' ? performUserAction() : undefined;
  log.add({
    method: name,
    arguments: rest,
    answer: fault === undefined ? answer : undefined,
    at,
  });
  context().platform.workspace.changes.announce();
  if (fault !== undefined) fail(fault, request, response);
  else {
    response.setHeader('x-oauth-scopes', [...context().platform.workspace.app.scopes].join(','));
    response.json(answer);
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function answerCall(
  method: Method | undefined,
  given: JsonObject,
  token: string | undefined,
  context: CallContext,
): JsonObject {
  try {
    if (method === undefined) throw new Refusal('unknown_method');
    checkToken(token, method, context.platform);
    requireScope(context.platform.workspace, method.token === 'app' ? [] : method.scopes);
    return { ok: true, ...method.answer(given, context) };
  } catch (cause) {
    // Arguments that are nested deeper than can be followed.
    if (cause instanceof RangeError) return refused(new Refusal('invalid_arguments'));
    if (!(cause instanceof Refusal)) throw cause;
    if (method !== undefined && !refusesWith(method.name, cause.code)) {
      throw new Error(`Slack never refuses ${method.name} with "${cause.code}".`, { cause });
    }
    return refused(cause);
  }
}

/** The body of an answer that says no. */
export function refused({ code, detail }: Refusal): JsonObject {
  const { messages, needed, provided } = detail;
  return {
    ok: false,
    error: code,
    ...(needed !== undefined && { needed }),
    ...(provided !== undefined && { provided }),
    ...(messages !== undefined && { response_metadata: { messages: [...messages] } }),
  };
}

function fail(fault: Fault, request: Request, response: Response): void {
  switch (fault.kind) {
    case 'rate-limited':
      response.status(429);
      if (fault.retryAfterSeconds !== null)
        response.setHeader('Retry-After', String(fault.retryAfterSeconds));
      response.json({ ok: false, error: 'ratelimited' });
      return;
    case 'server-error':
      response.status(500).send('Internal Server Error');
      return;
    case 'refused':
      response.json({ ok: false, error: fault.error });
      return;
    case 'no-answer':
      return;
    case 'lost-answer':
      request.socket.destroy();
      return;
    default:
      fault satisfies never;
  }
}
