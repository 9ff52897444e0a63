import { z } from 'zod';

/** A day that exists, a time and a zone: `2026-11-20T09:30:00+02:00`. ninjs calls it date-time. */
const dateTime = z.iso.datetime({ offset: true, error: 'is not a date and time with a zone' });

/** A named thing an item is about, or a party that had a hand in it. */
const named = z.object({
  name: z.string().optional(),
  role: z.string().optional(),
  uri: z.string().optional(),
});

/** A text in one of its roles (`main`, `summary`), plain unless `contentType` says otherwise. */
const textPart = z.object({
  role: z.string().optional(),
  contentType: z.string().optional(),
  value: z.string().optional(),
});

/** The properties of an IPTC ninjs 3.1 object that matter to a desk; others are read over. */
export const newsItemSchema = z.object({
  uri: z.string().trim().min(1),
  type: z.string().optional(),
  profile: z.string().optional(),
  version: z.string().optional(),
  firstCreated: dateTime.optional(),
  versionCreated: dateTime.optional(),
  contentCreated: dateTime.optional(),
  embargoedUntil: dateTime.optional(),
  expires: dateTime.optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  copyrightHolder: z.string().optional(),
  copyrightNotice: z.string().optional(),
  usageTerms: z.string().optional(),
  edNote: z.string().optional(),
  language: z.string().optional(),
  title: z.string().optional(),
  by: z.string().optional(),
  slugline: z.string().optional(),
  located: z.string().optional(),
  headlines: z.array(textPart).optional(),
  descriptions: z.array(textPart).optional(),
  bodies: z.array(textPart).optional(),
  genres: z.array(named).optional(),
  subjects: z.array(named).optional(),
  people: z.array(named).optional(),
  organisations: z.array(named).optional(),
  places: z.array(named).optional(),
  infoSources: z.array(named).optional(),
  renditions: z
    .array(z.object({ name: z.string(), href: z.string().optional(), contentType: z.string().optional() }))
    .optional(),
  altIds: z.array(z.object({ role: z.string().optional(), value: z.string().optional() })).optional(),
  standard: z
    .object({ name: z.string().optional(), version: z.string().optional(), schema: z.string().optional() })
    .optional(),
});

/** One version of one article, as ninjs 3.1 describes it. */
export type NewsItem = z.output<typeof newsItemSchema>;

/** A text of an item in one of its roles. */
export type TextPart = z.output<typeof textPart>;

/**
 * The `profile` of an item whose publisher gave no date: its `versionCreated` is the day the desk read it,
 * and is cited as such, never as the day of publication.
 */
export const UNDATED_PROFILE = 'undated';

/**
 * The `profile` of an item that its publisher calls a correction of the same day: as old as what it corrects, it comes
 * after it all the same.
 */
export const CORRECTION_PROFILE = 'correction';

/** The `profile` of a line that takes an item's old URI out of use, because it is on file under another. */
export const RENAMED_PROFILE = 'renamed';

/** The `profile` of what is left of an item that the desk erased: its URI, so that no import brings it back. */
export const ERASED_PROFILE = 'erased';

/** The genre of an item that is a fact check: a claim and its rating, never to be shown one without the other. */
export const FACT_CHECK_GENRE = { name: 'Fact check', uri: 'https://schema.org/ClaimReview' } as const;

/** An item, or what is wrong with the text that should have been one. */
export type ParsedItem = { readonly item: NewsItem } | { readonly fault: string };

/** Reads one JSON text. Names every property that is not as ninjs 3 wants it. */
export function parseNewsItem(text: string): ParsedItem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'the line is not a JSON object' };
  }
  const parsed = newsItemSchema.safeParse(value);
  if (parsed.success) return { item: parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the line'}: ${message}`,
  );
  return { fault: `the item is not ninjs 3 (${faults.join('; ')})` };
}
