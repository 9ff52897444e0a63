import { FACT_CHECK_GENRE } from '../archive/index.ts';
import { buildItem, type Draft } from './build-item.ts';
import { cleanLine } from './clean-text.ts';
import { type ImportDocument, type Imported, type Importer, problemAt } from './importer.ts';
import { ofJson } from './json-document.ts';
import { findNodes, type LinkedNode, nodeIn, textIn } from './json-ld.ts';

/** Fact checks: schema.org ClaimReview as JSON-LD, or the answer of the Fact Check Tools. */
export const importClaimReview: Importer = ofJson(function* (value, line, document) {
  const imported = [...importClaimNodes(value, document), ...importToolClaims(value, document)];
  if (imported.length === 0)
    yield problemAt(line, 'no ClaimReview is in the document', 'Name its format with --format');
  yield* imported;
});

/**
 * The fact checks in linked data, as pages embed it. What a fact check does not say of itself is taken from its `page`.
 */
export function importClaimNodes(
  value: unknown,
  document: ImportDocument,
  page: Pick<Draft, 'url' | 'published'> = {},
): readonly Imported[] {
  return findReviews(value).map((review) => {
    const claim = nodeIn(review, 'itemReviewed');
    const rating = nodeIn(review, 'reviewRating');
    return importReview(
      {
        claim: claimOf(review),
        claimant: textIn(claim, 'author'),
        checker: textIn(review, 'author', 'publisher'),
        rating: textIn(rating, 'alternateName', 'name') ?? readScale(rating),
      },
      {
        uri: textIn(review, '@id') === page.url ? undefined : textIn(review, '@id'),
        url: textIn(review, 'url') ?? page.url,
        title: textIn(review, 'headline', 'name'),
        published: textIn(review, 'datePublished') ?? page.published,
        updated: textIn(review, 'dateModified'),
        language: textIn(review, 'inLanguage'),
      },
      document,
    );
  });
}

function findReviews(value: unknown): readonly LinkedNode[] {
  return findNodes(value, /^ClaimReview$/);
}

function claimOf(review: LinkedNode): string | undefined {
  return textIn(review, 'claimReviewed') ?? textIn(nodeIn(review, 'itemReviewed'), 'name');
}

/**
 * The text of a page without the paragraphs that only repeat a claim it checks: as sentences of the article they could
 * be quoted without their rating.
 */
export function withoutClaims(text: string, value: unknown): string {
  const claims = new Set(findReviews(value).map((review) => wordsAlone(claimOf(review) ?? '')));
  if (claims.size === 0) return text;
  const isClaim = (paragraph: string) =>
    claims.has(wordsAlone(paragraph)) || claims.has(wordsAlone(paragraph.replace(CLAIM_MARK, '')));
  return text
    .split('\n\n')
    .filter((paragraph) => !isClaim(paragraph))
    .join('\n\n');
}

/** How pages introduce the claim. */
const CLAIM_MARK = /^\W*(?:the )?(?:claim|statement)(?: by [^:]{1,80})?\s*:/i;

function wordsAlone(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

function importToolClaims(value: unknown, document: ImportDocument): readonly Imported[] {
  const answer = nodeIn({ value }, 'value');
  const claims = Array.isArray(answer?.claims) ? answer.claims : [];
  return claims.flatMap((entry: unknown) => {
    const claim = nodeIn({ entry }, 'entry');
    const reviews = Array.isArray(claim?.claimReview) ? claim.claimReview : [];
    return reviews.map((review: unknown) => importToolReview(claim, nodeIn({ review }, 'review'), document));
  });
}

function importToolReview(
  claim: LinkedNode | undefined,
  review: LinkedNode | undefined,
  document: ImportDocument,
) {
  return importReview(
    {
      claim: textIn(claim, 'text'),
      claimant: textIn(claim, 'claimant'),
      checker: textIn(review, 'publisher') ?? textIn(nodeIn(review, 'publisher'), 'site'),
      rating: textIn(review, 'textualRating'),
    },
    {
      url: textIn(review, 'url'),
      title: textIn(review, 'title'),
      published: textIn(review, 'reviewDate'),
      language: textIn(review, 'languageCode'),
    },
    document,
  );
}

interface Review {
  readonly claim: string | undefined;
  readonly claimant: string | undefined;
  readonly checker: string | undefined;
  readonly rating: string | undefined;
}

/** Claim and rating become one text that is never cut: a false claim must not be quoted without its rating. */
function importReview(review: Review, draft: Omit<Draft, 'line'>, document: ImportDocument): Imported {
  const [claim, rating, checker] = [review.claim, review.rating, review.checker].map((text) =>
    cleanLine(text ?? ''),
  );
  if (!claim || !rating) {
    const missing = claim ? 'rating' : 'claim';
    return problemAt(1, `a fact check has no ${missing}`, 'Nothing to mend here: ask the publisher');
  }
  const claimant = cleanLine(review.claimant ?? '');
  return buildItem(
    {
      ...draft,
      line: 1,
      uri: nameOf(draft, claim, document),
      title: draft.title ?? `Fact check: ${claim}`,
      text: `Claim${claimant ? ` by ${claimant}` : ''}: “${claim}” Rating${checker ? ` by ${checker}` : ''}: ${rating}`,
      publisher: checker,
      genre: FACT_CHECK_GENRE,
    },
    document,
  );
}

/** One page may check several claims, and be an article beside: its address alone names none of them. */
function nameOf({ uri, url = '' }: Omit<Draft, 'line'>, claim: string, { address }: ImportDocument): string {
  if (uri && uri !== url) return uri;
  const page = URL.canParse(url, address) ? new URL(url, address).href : address;
  return `${page}#${encodeURIComponent(claim.slice(0, 80).toWellFormed())}`;
}

/** "2 of 5", when the scale has no words. */
function readScale(rating: LinkedNode | undefined): string | undefined {
  const value = textIn(rating, 'ratingValue');
  const best = textIn(rating, 'bestRating');
  return value && best ? `${value} of ${best}` : undefined;
}
