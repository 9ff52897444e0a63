import type { EventFeed } from '../delivery/event-feed.ts';
import { type JsonObject, toJson } from '../json.ts';
import { Refusal } from '../refusal.ts';
import { makeSecret } from '../workspace/make-tokens.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One run of a workflow step of the app. */
export interface StepRun {
  readonly id: string;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly outputs: JsonObject;
  /** What the app said when the step failed. */
  readonly error?: string;
}

/** The runs of the app's workflow steps. */
export class WorkflowSteps {
  readonly #workspace: Workspace;
  readonly #feed: EventFeed;
  readonly #runs = new Map<string, StepRun>();
  readonly #tokens = new Set<string>();

  constructor(workspace: Workspace, feed: EventFeed) {
    this.#workspace = workspace;
    this.#feed = feed;
  }

  /** Starts a step and gives its run's id. @throws Error when the manifest has no such function. */
  start(callbackId: string, inputs: JsonObject): string {
    const definition = this.#workspace.manifest.functions?.[callbackId];
    if (definition === undefined) throw new Error(`The manifest has no function "${callbackId}".`);
    const id = this.#workspace.identifiers.next('Fx');
    this.#runs.set(id, { id, status: 'running', outputs: {} });
    this.#feed.publish(
      'function_executed',
      toJson({
        type: 'function_executed',
        function: {
          id: this.#workspace.identifiers.next('Fn'),
          callback_id: callbackId,
          title: definition.title,
          description: definition.description ?? '',
          type: 'app',
          app_id: this.#workspace.app.id,
        },
        inputs,
        function_execution_id: id,
        workflow_execution_id: this.#workspace.identifiers.next('Wx'),
        event_ts: this.#workspace.timestamps.next(),
        bot_access_token: this.#issueToken(),
      }),
    );
    return id;
  }

  /** Whether a token belongs to a run. */
  hasToken(token: string): boolean {
    return this.#tokens.has(token);
  }

  /** A run as it stands. */
  run(id: string): StepRun | undefined {
    return this.#runs.get(id);
  }

  /** Ends a run. @throws Refusal `function_execution_not_found` or `execution_not_in_running_state`. */
  finish(id: string, end: Omit<StepRun, 'id'>): void {
    const run = this.#runs.get(id);
    if (run === undefined) throw new Refusal('function_execution_not_found');
    if (run.status !== 'running') throw new Refusal('execution_not_in_running_state');
    this.#runs.set(id, { ...end, id });
    this.#workspace.changes.announce();
  }

  #issueToken(): string {
    const token = `xwfp-playground-${makeSecret()}`;
    this.#tokens.add(token);
    return token;
  }
}
