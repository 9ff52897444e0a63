import { isUniversal, localDay } from './address-day.ts';
import { chooseArticle } from './article-node.ts';
import { buildItem, type Draft } from './build-item.ts';
import { importClaimNodes, withoutClaims } from './claim-review.ts';
import { checkNesting, parseHtml } from './html.ts';
import { type ImportDocument, type Imported, problemAt, refusalAt, warningAt } from './importer.ts';
import { findNodes, type LinkedNode, textsIn, typesOf } from './json-ld.ts';
import { bodyOf, readArticle } from './linked-article.ts';
import { indexById, parseLinkedData, withReferences } from './linked-data.ts';
import { buildUpdates, importUpdates } from './live-blog.ts';
import { readMoment } from './moments/read-moment.ts';
import { withoutFurniture } from './page-furniture.ts';
import { removeLayers } from './page-layers.ts';
import { firstDate, isDate, type PageMetadata, readMetadata } from './page-metadata.ts';
import { readPageUpdates } from './page-updates.ts';
import type { Field } from './publication/read-item-state.ts';
import { betterText, readableText } from './readable-text.ts';
import { chooseByline, takeByline } from './shown-byline.ts';
import { shownDates, shownDays } from './shown-dates.ts';

type Page = ReturnType<typeof parseHtml>;

/** A page with an article: the fact checks it embeds, then its readable text with what it says of itself. */
export function* importHtmlArticle(document: ImportDocument): Generator<Imported> {
  try {
    yield* importPage(document);
  } catch (error) {
    yield refusalAt(1, error);
  }
}

function* importPage(document: ImportDocument): Generator<Imported> {
  const page = parseHtml(document.text);
  checkNesting(page.documentElement);
  const data = readScripts(page);
  const metadata = readMetadata(page, document.address);
  const node = findArticle(data, metadata, document);
  const draft = describe(page, { metadata, node, address: document.address });
  removeLayers(page);
  const imported = isLiveBlog(node)
    ? importLiveBlog(page, { node, draft, data }, document)
    : importArticle(page, { node, draft, data }, document);
  if (data.includes(undefined)) yield warnOfLinkedData(imported);
  yield* imported;
}

/** What was read of a page before its text. */
interface Described {
  readonly node: LinkedNode | undefined;
  readonly draft: Omit<Draft, 'line'>;
  readonly data: readonly unknown[];
}

function importArticle(
  page: Page,
  { node, draft, data }: Described,
  document: ImportDocument,
): readonly Imported[] {
  const reviews = importClaimNodes(data, document, draft);
  const { text: readable, by } = readableText(page);
  const written = takeByline(betterText(node ? bodyOf(node) : '', readable), draft.publisher);
  const names = { ...draft, by: chooseByline([draft.by, by], written.by, draft.publisher) };
  const text = withoutClaims(withoutFurniture(written.text, names), data);
  // A page that is nothing but its fact checks has been read with them: its description repeats the claim.
  const isMore = text.trim() !== '' || !reviews.some(({ kind }) => kind === 'item');
  const article = { line: 1, ...names, text };
  return [...reviews, ...(isMore ? [buildItem(article, document)] : [])];
}

function isLiveBlog(node: LinkedNode | undefined): node is LinkedNode {
  return node !== undefined && typesOf(node).includes('LiveBlogPosting');
}

function importLiveBlog(
  page: Page,
  { node, draft, data }: Described & { readonly node: LinkedNode },
  document: ImportDocument,
): readonly Imported[] {
  const linked = importUpdates(node, { draft, byId: indexById(data) }, document);
  if (linked.length > 0) return linked;
  const shown = buildUpdates(readPageUpdates(page), draft, document);
  const fault =
    'the updates of the live blog bear no times, and what was true in the morning may be false at night';
  return shown.length > 0 ? shown : [problemAt(1, fault, 'Import the article that sums it up')];
}

function warnOfLinkedData(imported: readonly Imported[]): Imported {
  const isRead = imported.some(({ kind }) => kind === 'item');
  return warningAt(
    1,
    'the JSON-LD of the page is not JSON',
    isRead ? 'Nothing: the readable text is used' : 'Ask the publisher to mend it',
  );
}

/** The values of all JSON-LD of a page; undefined for one that is not JSON. */
function readScripts(page: Page): readonly unknown[] {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  return scripts.map(({ textContent }) => parseLinkedData(String(textContent)));
}

function findArticle(
  data: readonly unknown[],
  { url, title }: PageMetadata,
  { address }: ImportDocument,
): LinkedNode | undefined {
  const addresses = [url, address].filter((one) => one !== undefined && /^https?:/.test(one));
  const chosen =
    chooseArticle(data, { addresses: addresses.flatMap((one) => one ?? []), titles: [title] }) ??
    // The page of a fact check often bears its date and writer in the ClaimReview alone.
    findNodes(data, /^ClaimReview$/)[0];
  return chosen && withReferences(chosen, indexById(data));
}

/** The node knows best, but for the address: that is the page's own. A date of either is taken when it is one. */
function describe(
  page: Page,
  { metadata, node, address }: { metadata: PageMetadata; node: LinkedNode | undefined; address: string },
): Omit<Draft, 'line'> {
  const { url, title, site, language, summary, by, published, updated, states } = metadata;
  const known = node ? readArticle(node) : {};
  const stated = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const dates = [known.published, ...(node ? textsIn(node, 'dateCreated') : []), ...published];
  const isDated = dates.some((date) => date !== undefined && isDate(date));
  // Looking through the page takes time, and is worth it when the page says no date of itself.
  const place = { address: url ?? address, title, language };
  const shown = isDated ? [] : shownDates(page, place).filter(isDate);
  const told = firstDate([...dates, ...shown]);
  const moment = told && isDate(told) ? readMoment(told) : undefined;
  const local = moment && isUniversal(moment) ? localDay(moment, shownDays(page, place)) : undefined;
  const day = local ?? told;
  // A broken date among the fields withholds the article, unless another tells the day.
  const isKnown = day !== undefined && isDate(day);
  const isBroken = ([name, value]: Field) => /^date/.test(name) && !isDate(String(value));
  return {
    title,
    publisher: site,
    language,
    summary,
    ...stated,
    by: chooseByline([known.by, by], undefined, known.publisher ?? site),
    url: url ?? known.url,
    fields: [...states, ...(known.fields ?? [])].filter((field) => !isKnown || !isBroken(field)),
    published: day,
    // One that cannot be read costs no article that has the other.
    updated: [known.updated, ...updated, local && moment].find((date) => date !== undefined && isDate(date)),
  };
}
