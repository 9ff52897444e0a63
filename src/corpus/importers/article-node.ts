import { type LinkedNode, nodeIn, textIn, textsIn, typesOf } from './json-ld.ts';

/** schema.org's types of articles. */
export const ARTICLE = /^(?:\w*Article|Report|BlogPosting|LiveBlogPosting)$/;
/** Types that only hold what the page is about. */
const HOLDS_ARTICLE = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const DEEPEST = 8;

/** What is known of a page apart from its linked data. */
export interface PageNames {
  /** Absolute addresses under which it says it is found. */
  readonly addresses: readonly string[];
  readonly titles: readonly string[];
}

interface Candidate {
  readonly node: LinkedNode;
  /** Not an entry of a list, nor what another article mentions. */
  readonly isTop: boolean;
}

/**
 * The article that a page's linked data says the page is: the one at the page's own address, else one at the top level
 * that is not known to be another page's. Undefined when there is none, or nobody can tell which: pages list other
 * stories in the same way.
 */
export function chooseArticle(data: unknown, page: PageNames): LinkedNode | undefined {
  const candidates = [...findCandidates(data, true, 0)];
  const own = candidates.filter(({ node }) => isAt(node, page.addresses));
  if (own.length > 0) return richest(own);
  const titled = candidates.filter(({ node }) => hasTitle(node, page.titles));
  const topTitled = titled.filter(({ isTop }) => isTop);
  if (titled.length > 0) return richest(topTitled.length > 0 ? topTitled : titled);
  const tops = candidates.filter(({ node, isTop }) => isTop && !isElsewhere(node, page));
  const [only] = candidates;
  if (tops.length === 0) return candidates.length === 1 && only?.isTop ? only.node : undefined;
  const headlines = new Set(tops.map(({ node }) => textIn(node, 'headline', 'name')));
  return headlines.size === 1 ? richest(tops) : undefined;
}

function* findCandidates(value: unknown, isTop: boolean, depth: number): Generator<Candidate> {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const entry of value) yield* findCandidates(entry, isTop, depth + 1);
    return;
  }
  const node: LinkedNode = Object.fromEntries(Object.entries(value));
  const isArticle = typesOf(node).some((type) => ARTICLE.test(type));
  if (isArticle) yield { node, isTop };
  for (const [name, entry] of Object.entries(node)) {
    if (name === 'liveBlogUpdate') continue;
    yield* findCandidates(entry, isTop && !isArticle && HOLDS_ARTICLE.includes(name), depth + 1);
  }
}

/** A page may say the same twice, in more and in fewer words. */
function richest(candidates: readonly Candidate[]): LinkedNode | undefined {
  const size = ({ node, isTop }: Candidate) =>
    Number(isTop) * 4 +
    ['articleBody', 'liveBlogUpdate', 'datePublished', 'author', 'headline'].filter((name) => node[name])
      .length;
  return [...candidates].sort((a, b) => size(b) - size(a))[0]?.node;
}

function isAt(node: LinkedNode, addresses: readonly string[]): boolean {
  const own = new Set(addresses.map(plainAddress));
  return addressesOf(node).some((address) => own.has(plainAddress(address)));
}

function isElsewhere(node: LinkedNode, { addresses, titles }: PageNames): boolean {
  const hasOther = addressesOf(node).some((address) => new URL(address).pathname.length > 1);
  return addresses.length > 0 && titles.length > 0 && hasOther;
}

function addressesOf(node: LinkedNode): readonly string[] {
  return [
    ...textsIn(node, 'url'),
    ...textsIn(node, 'mainEntityOfPage'),
    ...textsIn(nodeIn(node, 'mainEntityOfPage'), '@id'),
    ...textsIn(node, '@id'),
  ].filter((address) => URL.canParse(address));
}

/** Without what differs between the addresses of one page: protocol, `www`, the last slash, what counts visitors. */
function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { hostname, pathname, searchParams } = new URL(address);
  const query = [...searchParams].filter(([name]) => !/^(?:utm_|fbclid|gclid|ref$)/.test(name)).join('&');
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/(?:\/index\.\w{1,5})?\/?$/, '')}?${query}`;
}

function hasTitle(node: LinkedNode, titles: readonly string[]): boolean {
  const headlines = [...textsIn(node, 'headline'), ...textsIn(node, 'name')].map(plainWords);
  return headlines.some(
    (headline) =>
      headline !== '' &&
      titles.map(plainWords).some((title) => title === headline || title.startsWith(`${headline} `)),
  );
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
