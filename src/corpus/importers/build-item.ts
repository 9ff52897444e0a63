import {
  CORRECTION_PROFILE,
  ERASED_PROFILE,
  isHomePage,
  type NewsItem,
  newsItemSchema,
  RENAMED_PROFILE,
  UNDATED_PROFILE,
} from '../archive/index.ts';
import { readByline } from './byline.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { readLanguage } from './detect-language.ts';
import { type ImportDocument, type Imported, problemAt } from './importer.ts';
import { itemUri } from './item-uri.ts';
import { readEmbargo, readExpiry, readMoment } from './read-moment.ts';
import { readStatus } from './read-status.ts';
import { unwrapLines } from './unwrap-lines.ts';

/** What a format says of one article, in its own words. Empty texts count as absent. */
export interface Draft {
  readonly line: number;
  /** The format's own name of the article. */
  readonly uri?: string | undefined;
  /** Who gives names that are no URIs: a registration source, a feed. @default the provider of the import */
  readonly provider?: string | undefined;
  /** The page where readers find it; may be relative to the document. */
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  /** Plain text, paragraphs apart by empty lines. */
  readonly text?: string | undefined;
  /** Plain text; quoted only when there is no other. */
  readonly summary?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  /** When an undated article was read by the desk. @default when the document was last changed */
  readonly readAt?: string | undefined;
  readonly version?: string | undefined;
  readonly status?: string | undefined;
  readonly embargo?: string | undefined;
  readonly expires?: string | undefined;
  readonly by?: string | undefined;
  readonly publisher?: string | undefined;
  readonly copyrightHolder?: string | undefined;
  readonly copyrightNotice?: string | undefined;
  readonly usageTerms?: string | undefined;
  readonly edNote?: string | undefined;
  readonly language?: string | undefined;
  readonly located?: string | undefined;
  readonly slugline?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly people?: readonly string[] | undefined;
  readonly organisations?: readonly string[] | undefined;
  readonly places?: readonly string[] | undefined;
  /** What an archive of factdesk says of an item of its own. */
  readonly profile?: string | undefined;
  readonly genre?: { readonly name: string; readonly uri: string } | undefined;
}

const FAULTS: Partial<Readonly<Record<keyof Draft, string>>> = { status: 'is not a known status' };
/** `11/12/2026` is two days, and where it stands `16/01/2026` will not be the only one of its kind. */
const NO_DATE = 'is not a date that exists and has one meaning, such as 2026-01-31';

/** Of cancellations that factdesk wrote itself. */
const OWN_PROFILES = [ERASED_PROFILE, RENAMED_PROFILE];

/** `stat:corrected`, `Correction` */
const CORRECTION = /(?:^|[:/])correct(?:ed|ion)$/i;

/** Makes an item of what a format says, or tells everything that is wrong with it. */
export function buildItem(draft: Draft, document: ImportDocument): Imported {
  const faults: string[] = [];
  const read = <Value>(field: keyof Draft, reader: (text: string) => Value | undefined) => {
    const text = draft[field];
    if (typeof text !== 'string' || text.trim() === '') return undefined;
    const value = reader(text);
    if (value === undefined)
      faults.push(`${field} "${cleanLine(text).slice(0, 60)}" ${FAULTS[field] ?? NO_DATE}`);
    return value;
  };
  const rights = {
    embargoedUntil: read('embargo', readEmbargo),
    expires: read('expires', readExpiry),
    pubStatus: read('status', readStatus) ?? 'usable',
  } as const;
  const dates = datesOf({
    published: read('published', readMoment),
    updated: read('updated', readMoment),
    readAt: read('readAt', readMoment) ?? document.modified.toISOString(),
    profile: OWN_PROFILES.find((profile) => profile === draft.profile),
    isCanceled: rights.pubStatus === 'canceled',
    isCorrection: draft.profile === CORRECTION_PROFILE || CORRECTION.test(cleanLine(draft.status ?? '')),
  });
  const texts = textsOf(draft);
  if (rights.pubStatus === 'usable' && !texts.bodies && !texts.descriptions) faults.push('it has no text');
  if (faults.length > 0) {
    return problemAt(
      draft.line,
      `an article is left out: ${faults.join('; ')}`,
      'Mend it and import it again',
    );
  }
  const { formerly, ...names } = namesOf(draft, document);
  const details = detailsOf(draft, document);
  const item: NewsItem = { ...details, ...names, ...dates, ...rights, ...texts };
  // What is written must be readable: the reader's own schema has the last word.
  const checked = newsItemSchema.safeParse(item);
  if (checked.success) return { kind: 'item', line: draft.line, item: checked.data, formerly };
  const issues = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return problemAt(draft.line, `an article is left out: ${issues.join('; ')}`, 'Mend it and import it again');
}

interface Dates {
  readonly published: string | undefined;
  readonly updated: string | undefined;
  readonly readAt: string;
  readonly profile: string | undefined;
  readonly isCanceled: boolean;
  readonly isCorrection: boolean;
}

/**
 * An article without a date of its version is as it was published, or read. A cancellation is not: it came later, and
 * with the day of publication as its own it would count as older than the article it takes back.
 */
function datesOf({ published, updated, readAt, profile, isCanceled, isCorrection }: Dates) {
  if (isCanceled) return { profile, firstCreated: published, versionCreated: updated };
  if (published || updated)
    return {
      profile: isCorrection ? CORRECTION_PROFILE : undefined,
      firstCreated: published,
      versionCreated: updated ?? published,
    };
  return { profile: UNDATED_PROFILE, versionCreated: readAt };
}

function namesOf({ uri, url, provider, version }: Draft, document: ImportDocument) {
  const page = findPage(url?.trim() ?? '', document.address);
  const ownPage = page !== undefined && isHomePage(page) && page !== document.address ? undefined : page;
  const name = itemUri({ uri, provider, page: ownPage }, document);
  return {
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    uri: name.uri,
    formerly: name.formerly,
    version: cleanLine(version ?? '') || name.version,
    type: 'text',
    renditions: page ? [{ name: 'web', href: page, contentType: 'text/html' }] : undefined,
  };
}

/** Only a page on the web can be looked up by a reader; a link relative to a file on disk leads nowhere. */
function findPage(url: string, base: string): string | undefined {
  if (url === '' || !URL.canParse(url, base)) return undefined;
  const { href, protocol } = new URL(url, base);
  return /^https?:$/.test(protocol) ? href : undefined;
}

function textsOf({ title, text, summary }: Draft) {
  const headline = cleanLine(title ?? '');
  const plain = (role: string, value: string) => [{ role, contentType: 'text/plain', value }];
  const body = unwrapLines(cleanText(text ?? ''));
  const description = unwrapLines(cleanText(summary ?? ''));
  return {
    headlines: headline ? [{ role: 'main', value: headline }] : undefined,
    bodies: body ? plain('main', body) : undefined,
    descriptions: description ? plain('summary', description) : undefined,
  };
}

function detailsOf(draft: Draft, document: ImportDocument) {
  const line = (text: string | undefined) => cleanLine(text ?? '') || undefined;
  const named = (names: readonly string[] = []) => {
    const clean = [...new Set(names.map(cleanLine))].filter((name) => name !== '');
    return clean.length > 0 ? clean.map((name) => ({ name })) : undefined;
  };
  const publisher = line(draft.publisher) ?? line(document.publisher);
  return {
    language: readLanguage(line(draft.language), draft.text || draft.summary || ''),
    by: readByline(draft.by ?? '', publisher),
    infoSources: publisher ? [{ name: publisher, role: 'publisher' }] : undefined,
    copyrightHolder: line(draft.copyrightHolder),
    copyrightNotice: line(draft.copyrightNotice),
    usageTerms: line(draft.usageTerms),
    edNote: line(draft.edNote),
    located: line(draft.located),
    slugline: line(draft.slugline),
    subjects: named(draft.topics),
    people: named(draft.people),
    organisations: named(draft.organisations),
    places: named(draft.places),
    genres: draft.genre ? [draft.genre] : undefined,
  };
}
