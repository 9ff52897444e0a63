import { z } from 'zod';

/** A modal of ours that somebody submitted. */
export interface Submission {
  readonly user: string;
  /** Slack's id of the modal: the same for every redelivery. */
  readonly viewId: string;
  /** What the modal was opened with. */
  readonly metadata: string;
  /** What was typed or chosen, by action id; nothing typed is not in it. */
  readonly values: ReadonlyMap<string, string>;
  /** What was ticked, by action id, of all its groups of boxes together. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
}

const field = z.object({
  value: z.string().nullish().catch(null),
  selected_option: z.object({ value: z.string() }).nullish().catch(null),
  selected_options: z
    .array(z.object({ value: z.string() }))
    .optional()
    .catch(undefined),
});
const body = z.object({
  user: z.object({ id: z.string().min(1) }),
  view: z.object({
    id: z.string().min(1),
    private_metadata: z.string().catch(''),
    state: z
      .object({ values: z.record(z.string(), z.record(z.string(), field.catch({}))) })
      .catch({ values: {} }),
  }),
});

/** The submission, or null when the payload makes no sense. */
export function readSubmission(payload: unknown): Submission | null {
  const { data } = body.safeParse(payload);
  if (data === undefined) return null;
  const fields = Object.values(data.view.state.values).flatMap((block) => Object.entries(block));
  const values = fields.flatMap(
    ([action, { value, selected_option: chosen }]): readonly (readonly [string, string])[] => {
      const given = (chosen?.value ?? value ?? '').trim();
      return given === '' ? [] : [[action, given]];
    },
  );
  const chosen = new Map<string, readonly string[]>();
  for (const [action, { selected_options: ticked }] of fields) {
    if (ticked === undefined) continue;
    chosen.set(action, [...(chosen.get(action) ?? []), ...ticked.map(({ value }) => value)]);
  }
  return {
    user: data.user.id,
    viewId: data.view.id,
    metadata: data.view.private_metadata,
    values: new Map(values),
    chosen,
  };
}
