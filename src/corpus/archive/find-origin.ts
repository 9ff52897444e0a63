import { datelineLength } from './dateline.ts';
import type { NewsItem } from './news-item.ts';

/** News agencies by the names under which they stand in datelines, bylines and credits, in small letters. */
const AGENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AP: ['ap', 'associated press', 'the associated press', 'ap news'],
    Reuters: ['reuters', 'thomson reuters', 'reuters staff'],
    AFP: ['afp', 'agence france-presse', 'agence france presse'],
    dpa: ['dpa', 'deutsche presse-agentur', 'dpa international'],
    PA: ['pa', 'pa media', 'press association', 'pa news agency'],
    UPI: ['upi', 'united press international'],
    EFE: ['efe', 'agencia efe'],
    ANSA: ['ansa'],
    Kyodo: ['kyodo', 'kyodo news'],
    Xinhua: ['xinhua', 'xinhua news agency'],
    TASS: ['tass', 'itar-tass'],
    Interfax: ['interfax'],
    Ukrinform: ['ukrinform'],
    Bloomberg: ['bloomberg', 'bloomberg news'],
    'PR Newswire': ['prnewswire', 'pr newswire'],
    'Business Wire': ['business wire', 'businesswire'],
    GlobeNewswire: ['globenewswire', 'globe newswire'],
  }).flatMap(([agency, names]) => names.map((name): [string, string] => [name, agency])),
);

/** "(AP)", "/PRNewswire/", "(Halm Wire)" in a dateline. */
const IN_DATELINE = /\(([^)\n]{2,40})\)|\/([\p{L} -]{2,30})\//u;
/** A name that stands where an agency does and looks like one: others are regions, as in "HALM (Northland) —". */
const LOOKS_LIKE_AGENCY = /^\p{Lu}{2,5}$|(?:wire|press|presse|news|agency|agence|agentur|media)$/iu;
/** A last line that is a credit: "(AP)", "— Reuters", "Source: AFP". */
const CREDIT = /^(?:source|credit|text)? ?[:–—(-]{0,2} ?([\p{L}][\p{L} .-]{1,38}?)\)?\.?$/iu;
/** No credit is longer. */
const LONGEST_CREDIT = 60;
/** Roles of a party that had a hand in an article, of whom the words come from. */
const ORIGIN_ROLES = new Set(['agency', 'creditline', 'originalauthor', 'originator', 'source', 'wire']);

/**
 * The agency that an article comes from, as its dateline, byline, credit or rights tell; undefined where none of them
 * names one. Never guessed from the words themselves.
 */
export function findOrigin(item: NewsItem, text: string): string | undefined {
  const { by = '', infoSources = [], copyrightHolder = '' } = item;
  const credited = infoSources.find(({ role = '' }) => ORIGIN_ROLES.has(role.toLowerCase()))?.name ?? '';
  return (
    agencyNamed(credited) ??
    fromDateline(text) ??
    by
      .split(/,|\band\b|\bfor\b|\bof\b|\/|\|/i)
      .map(agencyNamed)
      .find((agency) => agency !== undefined) ??
    fromLastLine(text) ??
    infoSources.map(({ name = '' }) => agencyNamed(name)).find((agency) => agency !== undefined) ??
    agencyNamed(copyrightHolder)
  );
}

/** The agency of that name, by the name it is cited with; undefined for everybody else. */
export function agencyNamed(name: string): string | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/^by\s+/, '')
    .replace(/\s+/g, ' ');
  return AGENCIES.get(plain);
}

function fromDateline(text: string): string | undefined {
  for (const paragraph of text.split('\n', MOST_LINES)) {
    const line = paragraph.trim();
    const dateline = line.slice(0, datelineLength(line, { isFirst: true }));
    if (dateline === '') continue;
    const [, inBrackets, inSlashes] = IN_DATELINE.exec(dateline) ?? [];
    const named = (inBrackets ?? inSlashes ?? '').trim();
    if (named !== '') return agencyNamed(named) ?? (LOOKS_LIKE_AGENCY.test(named) ? named : undefined);
    // "Kyiv, Nov. 20 AFP — ": without brackets it stands right before the dash.
    return agencyNamed(dateline.match(/\p{L}+/gu)?.at(-1) ?? '');
  }
  return undefined;
}

/** A dateline stands at the top: below a headline and a byline at most. */
const MOST_LINES = 6;
function fromLastLine(text: string): string | undefined {
  const last = text.trimEnd().split('\n').at(-1)?.trim() ?? '';
  if (last.length > LONGEST_CREDIT) return undefined;
  return agencyNamed(CREDIT.exec(last)?.[1] ?? '');
}
