import type { Block } from '../blocks/block.ts';
import { type JsonObject, toJson } from '../json.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A modal or a Home tab as one person has it before them. */
export interface View {
  readonly id: string;
  readonly kind: 'modal' | 'home';
  readonly personId: string;
  readonly rootId: string;
  readonly previousId?: string;
  readonly hash: string;
  readonly title: string;
  readonly submit?: string;
  readonly close?: string;
  readonly blocks: readonly Block[];
  readonly callbackId: string;
  readonly externalId: string;
  readonly privateMetadata: string;
  readonly notifyOnClose: boolean;
  readonly clearOnClose: boolean;
  /** What is wrong with the values, by block id, after the app or Slack refused them. */
  readonly errors: Readonly<Record<string, string>>;
}

/** The parts of a view the app decides. */
export type ViewContent = Omit<View, 'id' | 'personId' | 'rootId' | 'previousId' | 'hash' | 'errors'>;

/** A view as Slack describes it in answers and interactions; `values` is what the person filled in. */
export function describeView(view: View, workspace: Workspace, values: JsonObject = {}): JsonObject {
  const text = (words: string | undefined) =>
    words === undefined ? null : { type: 'plain_text', text: words, emoji: true };
  return toJson({
    id: view.id,
    team_id: workspace.team.id,
    type: view.kind,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    external_id: view.externalId,
    state: { values },
    hash: view.hash,
    title: text(view.title),
    submit: text(view.submit),
    close: text(view.close),
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: workspace.app.id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
  });
}
