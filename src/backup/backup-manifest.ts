import { z } from 'zod';

/** The version of the format; a back-up of a newer one is refused. */
export const FORMAT = 1;

/** The last member of a back-up: without it the back-up is not whole. */
export const MANIFEST = 'manifest.json';

const member = z.strictObject({
  name: z.string(),
  /** Rows of a table as JSON, one a line; a sheet, or the channel settings, as they are. */
  kind: z.enum(['rows', 'sheet', 'settings']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a back-up says of itself. */
export const manifest = z.object({
  format: z.literal(FORMAT),
  /** The version of factdesk that made it. */
  factdesk: z.string(),
  madeAt: z.iso.datetime(),
  /** Null where no ledger was kept yet. */
  ledger: z
    .object({
      kind: z.enum(['sqlite', 'postgres']),
      /** The last migration that was run on it. */
      schema: z.string(),
    })
    .nullable(),
  members: z.array(member),
});

/** What a back-up says of itself. */
export type Manifest = Readonly<z.infer<typeof manifest>>;

/** What a member is. */
export type MemberKind = z.infer<typeof member>['kind'];

/** One part of a back-up. */
export interface Member {
  /** With folders, apart by `/`. */
  readonly name: string;
  readonly kind: MemberKind;
  readonly bytes: Uint8Array;
}
