import { z } from 'zod';
import { readView } from '../../interaction/read-view.ts';
import { describeView } from '../../interaction/view.ts';
import { Refusal } from '../../refusal.ts';
import { defineMethod, jsonArgument } from '../method.ts';

const openTakes = z.object({ trigger_id: z.string(), view: jsonArgument });

const open = defineMethod('views.open', {
  takes: openTakes,
  run({ trigger_id, view }, { platform: { workspace, views, triggers } }) {
    const content = readView(view, 'modal', workspace);
    return { view: describeView(views.open(triggers.exchange(trigger_id), content), workspace) };
  },
});

const push = defineMethod('views.push', {
  takes: openTakes,
  run({ trigger_id, view }, { platform: { workspace, views, triggers } }) {
    const content = readView(view, 'modal', workspace);
    return { view: describeView(views.push(triggers.exchange(trigger_id), content), workspace) };
  },
});

const update = defineMethod('views.update', {
  takes: z.object({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: jsonArgument,
  }),
  run({ view_id, external_id, hash, view }, { platform: { workspace, views } }) {
    const reference = { viewId: view_id, externalId: external_id, hash };
    return { view: describeView(views.update(reference, readView(view, 'modal', workspace)), workspace) };
  },
});

const publish = defineMethod('views.publish', {
  takes: z.object({ user_id: z.string(), hash: z.string().optional(), view: jsonArgument }),
  run({ user_id, hash, view }, { platform: { workspace, views } }) {
    if (workspace.manifest.features?.app_home?.home_tab_enabled !== true) throw new Refusal('not_enabled');
    if (workspace.member(user_id) === undefined) throw new Refusal('invalid_arguments');
    const content = readView(view, 'home', workspace);
    return { view: describeView(views.publish(user_id, content, hash), workspace) };
  },
});

/** Modals and the Home tab. */
export const viewMethods = [open, push, update, publish];
