import { createServer } from 'node:http';
import express, { type Request, type Response } from 'express';
import type { JsonObject } from '../json.ts';
import { protect } from '../protection/protect.ts';
import { closeServer, listenOnLoopback } from '../server.ts';
import { REFRESH_GRANT } from '../slack-names.ts';
import type { StandIn } from '../stand-in.ts';
import { makeSecret } from '../workspace/make-tokens.ts';
import { GrantedTokens } from './granted-tokens.ts';
import { type Granted, installedBody } from './installed-body.ts';

const FORM = 'application/x-www-form-urlencoded';

/** How to start a directory. */
export interface AppDirectoryOptions {
  /** The workspaces that may install the app. Each has the same manifest and signing secret. */
  readonly workspaces: readonly StandIn[];
  readonly now: () => Date;
}

/**
 * Where many workspaces install one app: a page that asks whether it may come in, `oauth.v2.access`, and one address
 * of the Web API for all of them, which tells by the token whose call it is.
 */
export class AppDirectory {
  readonly clientId = `1.${makeSecret()}`;
  readonly clientSecret = makeSecret();
  /** Where whoever allowed it is sent to. */
  redirectUrl = '';
  /** For how many seconds the next tokens are good; null for those that do not rotate. */
  tokenSeconds: number | null = null;
  /** How often a token was asked for in place of an older one. */
  refreshes = 0;
  readonly #workspaces: ReadonlyMap<string, StandIn>;
  readonly #tokens: GrantedTokens;
  readonly #codes = new Map<string, string>();
  #origin = '';
  #close = async (): Promise<void> => {};

  constructor({ workspaces, now }: AppDirectoryOptions) {
    this.#workspaces = new Map(workspaces.map((standIn) => [standIn.team.id, standIn]));
    this.#tokens = new GrantedTokens(now);
  }

  /** The address of the Web API, for `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.#origin}/api/`;
  }

  async start(): Promise<void> {
    const app = express().disable('x-powered-by');
    app.get('/oauth/v2/authorize', (request, response) => this.#authorize(request, response));
    app.use('/api', express.raw({ type: () => true, limit: '4mb' }));
    app.post('/api/oauth.v2.access', (request, response) => this.#access(request, response));
    app.post('/api/:method', (request, response) => this.#call(request, response));
    const server = createServer(protect(app));
    this.#origin = await listenOnLoopback(server, 0);
    this.#close = () => closeServer(server);
  }

  /** Takes the app out of a workspace: its tokens are worthless, and Slack says so where the manifest asks for it. */
  uninstall(workspace: StandIn): void {
    this.#tokens.revoke(workspace.team.id);
    workspace.tellOfUninstalling();
  }

  /** Makes the tokens of a workspace worthless, and tells nobody. */
  revoke(workspace: StandIn): void {
    this.#tokens.revoke(workspace.team.id);
  }

  async close(): Promise<void> {
    await this.#close();
  }

  /** Asks a person in which workspace; with a `team` in the address, they are taken to have answered. */
  #authorize({ query }: Request, response: Response): void {
    const { client_id, state = '', team } = query;
    if (client_id !== this.clientId) return void response.status(400).send('invalid_client_id');
    if (typeof team !== 'string') return void response.send(this.#page(String(state)));
    if (!this.#workspaces.has(team)) return void response.status(400).send('invalid_team');
    const code = makeSecret();
    this.#codes.set(code, team);
    const answer = new URLSearchParams({ code, state: String(state) });
    response.redirect(`${this.redirectUrl}?${answer}`);
  }

  #page(state: string): string {
    const links = [...this.#workspaces.keys()].map((team) => {
      const query = new URLSearchParams({ client_id: this.clientId, state, team });
      return `<a href="?${query.toString().replaceAll('&', '&amp;')}">Allow in ${team}</a>`;
    });
    return `<!doctype html><title>Allow</title>${links.join(' ')}`;
  }

  #access(request: Request, response: Response): void {
    const form = new URLSearchParams(String(request.body));
    const isApp = form.get('client_id') === this.clientId && form.get('client_secret') === this.clientSecret;
    if (!isApp) return void response.json(refused('bad_client_secret'));
    const isRefresh = form.get('grant_type') === REFRESH_GRANT;
    if (isRefresh) this.refreshes += 1;
    const team = isRefresh
      ? this.#tokens.takeRefreshToken(form.get('refresh_token') ?? '')
      : this.#takeCode(form.get('code') ?? '');
    const workspace = this.#workspaces.get(team ?? '');
    if (workspace === undefined)
      return void response.json(refused(isRefresh ? 'invalid_refresh_token' : 'invalid_code'));
    const pair = this.#tokens.grant(workspace.team.id, this.tokenSeconds);
    const granted: Granted = { workspace, pair, seconds: this.tokenSeconds };
    response.json(installedBody(granted));
  }

  #takeCode(code: string): string | undefined {
    const team = this.#codes.get(code);
    this.#codes.delete(code);
    return team;
  }

  /** Hands a call on to the workspace whose token it bears, as that workspace knows the app. */
  async #call(request: Request, response: Response): Promise<void> {
    const given = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? '';
    const step = [...this.#workspaces.values()].find((one) => one.hasStepToken(given));
    const checked = step === undefined ? this.#tokens.check(given) : { teamId: step.team.id };
    if ('refused' in checked) return void response.json(refused(checked.refused));
    const workspace = this.#workspaces.get(checked.teamId);
    if (workspace === undefined) return void response.json(refused('account_inactive'));
    const answer = await fetch(`${workspace.apiUrl}${request.params.method}`, {
      method: 'POST',
      headers: {
        'Content-Type': request.get('content-type') ?? FORM,
        Authorization: `Bearer ${step === undefined ? workspace.botToken : given}`,
      },
      body: Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : '',
    });
    const retryAfter = answer.headers.get('retry-after');
    if (retryAfter !== null) response.setHeader('Retry-After', retryAfter);
    response
      .status(answer.status)
      .type('json')
      .send(await answer.text());
  }
}

const refused = (error: string): JsonObject => ({ ok: false, error });

/** Starts a directory on 127.0.0.1. */
export async function startAppDirectory(options: AppDirectoryOptions): Promise<AppDirectory> {
  const directory = new AppDirectory(options);
  await directory.start();
  return directory;
}
