import {
  CORRECTION_PROFILE,
  ERASED_PROFILE,
  isHomePage,
  type NewsItem,
  newsItemSchema,
  RENAMED_PROFILE,
  UNDATED_PROFILE,
} from '../archive/index.ts';
import { addressDay, localDay } from './address-day.ts';
import { readByline } from './byline.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { readLanguage } from './detect-language.ts';
import { fieldText } from './field-text.ts';
import { type Doubt, type ImportDocument, type Imported, orProblem, problemAt } from './importer.ts';
import { itemUri } from './item-uri.ts';
import { withoutLeftovers } from './leftover-marks.ts';
import { hasAmbiguousZone, isNoDate, offsetOf, readMoment } from './moments/read-moment.ts';
import { type Field, readItemState } from './publication/read-item-state.ts';
import { withoutNotices } from './publication/text-notices.ts';
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
  /** The zone of its publisher (IANA name or offset), where the format names one. @default that of the document */
  readonly timezone?: string | undefined;
  readonly status?: string | undefined;
  readonly embargo?: string | undefined;
  readonly expires?: string | undefined;
  /** All other fields of the record: those that are named like a state or an embargo count, known or not. */
  readonly fields?: Iterable<Field> | undefined;
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

/** `11/12/2026` is two days, and nothing says which. */
const NO_DATE = 'is not a date that exists and has one meaning, such as 2026-01-31';

/** Of cancellations that factdesk wrote itself. */
const OWN_PROFILES = [ERASED_PROFILE, RENAMED_PROFILE];

/** Makes an item of what a format says, or tells everything that is wrong with it. */
export function buildItem(draft: Draft, document: ImportDocument): Imported {
  return orProblem(draft.line, () => build(inWords(draft), document));
}

/** What formats call text may be HTML, and what is told in it is read as it is meant. */
function inWords(draft: Draft): Draft {
  const { title, text, summary } = draft;
  return {
    ...draft,
    title: fieldText(title ?? ''),
    text: fieldText(text ?? ''),
    summary: fieldText(summary ?? ''),
  };
}

function build(draft: Draft, document: ImportDocument): Imported {
  const timezone = draft.timezone ?? document.timezone;
  const { doubts: stateDoubts, isCorrection, ...rights } = readItemState(draft, timezone);
  const dates = readDates(draft, document.modified, timezone);
  const texts = textsOf(draft, rights.embargoedUntil !== undefined);
  const isUsable = rights.pubStatus === 'usable';
  const missing = isUsable && !texts.bodies && !texts.descriptions ? ['it has no text'] : [];
  // What is held back or taken back is written whatever else is wrong: an earlier version must not stand in its place.
  const faults = isUsable ? [...dates.faults, ...missing] : [];
  if (faults.length > 0) return leftOut(draft, faults);
  const details = detailsOf(draft, document);
  const { formerly, ...names } = namesOf(draft, document);
  const versionDates = datesOf({
    ...dates,
    profile: OWN_PROFILES.find((profile) => profile === draft.profile),
    isCanceled: rights.pubStatus === 'canceled',
    isCorrection: isCorrection || draft.profile === CORRECTION_PROFILE,
  });
  // One literal of so many spread properties takes ten times as long.
  const item: NewsItem = Object.assign({}, details, names, { ...versionDates, ...rights, ...texts });
  // What is written must be readable: the reader's own schema has the last word.
  const checked = newsItemSchema.safeParse(item);
  if (!checked.success) {
    return leftOut(
      draft,
      checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    );
  }
  const doubts = [...stateDoubts, ...(isUsable ? [] : dates.faults.map(toldOf)), ...dates.doubts];
  return { kind: 'item', line: draft.line, item: checked.data, formerly, doubts };
}

function leftOut({ line }: Draft, faults: readonly string[]): Imported {
  return problemAt(line, `an article is left out: ${faults.join('; ')}`, 'Mend it and import it again');
}

function toldOf(fault: string): Doubt {
  return { what: fault, mend: 'Nothing: the article is held back all the same' };
}

/** The dates of a draft that can be read, and what is wrong with the others. */
function readDates(draft: Draft, modified: Date, timezone: string | undefined) {
  const faults: string[] = [];
  const doubts: Doubt[] = [];
  const read = (field: 'published' | 'updated' | 'readAt', place: string | undefined) => {
    const text = draft[field]?.trim() ?? '';
    if (text === '' || isNoDate(text)) return undefined;
    const moment = readMoment(text, place);
    const told = `${field} "${cleanLine(text).slice(0, 60)}"`;
    if (moment === undefined) faults.push(`${told} ${NO_DATE}`);
    else if (hasAmbiguousZone(text) && !timezone) {
      doubts.push({ what: `the zone of ${told} is one of several`, mend: 'Say which with --timezone' });
    }
    return moment;
  };
  const updated = read('updated', timezone);
  // One date of an article in the zone of its publisher tells it for the other.
  const place = timezone ?? offsetOf(updated);
  const published = read('published', place);
  // With the zone known the moment itself tells the day.
  const day =
    published && !place ? localDay(published, [addressDay(draft.url ?? draft.uri ?? '')]) : undefined;
  return {
    published: day ? readMoment(day) : published,
    updated: updated ?? (day ? published : undefined),
    readAt: read('readAt', undefined) ?? modified.toISOString(),
    faults,
    doubts,
  };
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

/** An order to wait that stands in the text of an embargoed article is no part of it. */
function textsOf({ title, text, summary }: Draft, isEmbargoed: boolean) {
  const toldOnly = (words: string) => {
    const told = withoutLeftovers(isEmbargoed ? withoutNotices(words) : words);
    // Of most texts nothing is taken out, and they are clean.
    return told === words ? words : cleanText(told);
  };
  const headline = cleanLine(toldOnly(cleanLine(title ?? '')));
  const plain = (role: string, value: string) => [{ role, contentType: 'text/plain', value }];
  const body = unwrapLines(toldOnly(cleanText(text ?? '')));
  const description = unwrapLines(toldOnly(cleanText(summary ?? '')));
  return {
    headlines: headline ? [{ role: 'main', value: headline }] : undefined,
    bodies: body ? plain('main', body) : undefined,
    descriptions: description ? plain('summary', description) : undefined,
  };
}

function detailsOf(draft: Draft, document: ImportDocument) {
  const line = (text: string | undefined) => cleanLine(fieldText(text ?? '')) || undefined;
  const named = (names: readonly string[] = []) => {
    const clean = [...new Set(names.map((name) => cleanLine(fieldText(name))))].filter((name) => name !== '');
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
