import { z } from 'zod';

/** What somebody did with a box or a menu of their Home tab, or of a modal. */
export interface HomeAction {
  readonly user: string;
  readonly hash: string | undefined;
  /** Of the Home tab or the modal that it was done in. */
  readonly viewId: string | undefined;
  readonly actionTs: string;
  /** What was typed or chosen. */
  readonly given: string;
}

const homeAction = z.object({
  user: z.object({ id: z.string().min(1) }),
  view: z
    .object({ hash: z.string().optional().catch(undefined), id: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  actions: z
    .tuple([
      z.object({
        action_ts: z.string().catch(''),
        value: z.string().nullish().catch(null),
        selected_option: z.object({ value: z.string() }).nullish().catch(null),
      }),
    ])
    .rest(z.unknown()),
});

/** What was done, or null when the payload makes no sense. */
export function readHomeAction(body: unknown): HomeAction | null {
  const { data } = homeAction.safeParse(body);
  if (data === undefined) return null;
  const [{ action_ts: actionTs, value, selected_option: chosen }] = data.actions;
  return {
    user: data.user.id,
    hash: data.view?.hash,
    viewId: data.view?.id,
    actionTs,
    given: chosen?.value ?? value ?? '',
  };
}
