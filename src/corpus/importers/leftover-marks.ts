/** Where something stood for words that are not in the text: a mark of a content system, a formula, a button. */
export const HOLE = '\ufffc';

/** `[name …]`, `{{< name … >}}`, `{{% name … %}}`, `{% name … %}`, `{name …}`, and their ends. */
const MARKS = [
  /\[(?<slash>\/?)(?<name>[a-z][\w-]{0,40})(?<rest>[^[\]]{0,1000})\]/gi,
  /\{\{[<%] {0,3}(?<slash>\/?) {0,3}(?<name>[a-z][\w./-]{0,40})(?<rest>[^{}]{0,1000})[%>]\}\}/gi,
  /\{%-? {0,3}(?<slash>(?:end)?)(?<name>[a-z][\w-]{0,40})(?<rest>[^{}]{0,1000})%\}/gi,
  /\{(?<slash>\/?)(?<name>[a-z][\w-]{0,40})(?<rest>[^{}]{0,1000})\}/gi,
];

/** Marks that need no attributes and no end to be known. */
const ALONE = new Set(
  `gallery playlist embed video audio toc more nextpage pagebreak readmore ad ads adrotate adsense newsletter related
   contact-form contact-form-7 youtube vimeo tweet twitter instagram loadposition loadmodule mosimage`.split(
    /\s+/,
  ),
);

/** Marks around what is no text of the article: pictures, forms, code, words of others. */
const WITH_CONTENT = new Set(
  `caption wp_caption gallery embed audio video playlist youtube vimeo twitter tweet instagram facebook soundcloud
   pullquote quote blockquote related ad ads adsense code sourcecode highlight script style figure img image button
   su_button form`.split(/\s+/),
);
/** Marks around words that a sentence is whole without: notes, and what was struck. */
const WITH_ASIDES = new Set('ref fn footnote note s del strike comment hidden'.split(' '));

/**
 * A text without what its content system would have replaced or taken away: shortcodes, template marks, wiki links,
 * comments and struck words. A paragraph goes whole when such a mark stood for words within a sentence.
 */
export function withoutLeftovers(text: string): string {
  if (!/[[{\ufffc]|~~|%%|==/.test(text)) return text;
  const plain = MARKS.reduce(takeMarks, takeWikiMarks(acceptChanges(text)))
    .replace(/\{\{[^{}]{0,2000}\}\}|\{\}/g, HOLE)
    .replace(/ ?~~[^~\n]{1,1000}~~/g, '')
    .replace(/ ?%%[^%]{1,5000}%%/g, '')
    .replace(/==(?! )([^=\n]{1,500})(?<! )==/g, '$1');
  return plain.includes(HOLE) ? closeHoles(plain) : plain;
}

/** CriticMarkup: what was added stays, what was struck or remarked goes. */
function acceptChanges(text: string): string {
  if (!/\{(?:--|\+\+|~~|>>|==)/.test(text)) return text;
  return text
    .replace(/\{--[^{}]{0,1000}--\}\s?|\s?\{>>[^{}]{0,1000}<<\}/g, '')
    .replace(/\{~~[^{}~]{0,1000}~>([^{}~]{0,1000})~~\}/g, '$1')
    .replace(/\{(\+\+|==)([^{}]{0,1000})\1\}/g, '$2');
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isEnd: boolean;
  /** It has attributes, or is of a syntax that nobody writes for readers. */
  readonly isPlain: boolean;
}

function takeMarks(text: string, pattern: RegExp): string {
  const found = [...text.matchAll(pattern)].map((match): Found => {
    const { slash = '', name = '', rest = '' } = match.groups ?? {};
    return {
      start: match.index,
      end: match.index + match[0].length,
      name: name.toLowerCase(),
      isEnd: slash !== '',
      isPlain: /^\{[{%]/.test(match[0]) || /^\s[^=]{0,60}=\s*["'“”‘’\d\w]/.test(rest),
    };
  });
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, replacement } of takenOut(found)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), replacement);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

function takenOut(found: readonly Found[]) {
  /** The next end of each name, from behind. */
  const ends = new Map<string, Found>();
  const taken: { start: number; end: number; replacement: string }[] = [];
  for (const mark of found.toReversed()) {
    const { start, end, name, isEnd } = mark;
    const close = ends.get(name);
    if (isEnd) {
      ends.set(name, mark);
      taken.push({ start, end, replacement: '' });
    } else if (close) {
      const isAside = WITH_ASIDES.has(name);
      const isContent = isAside || WITH_CONTENT.has(name);
      taken.push({ start, end: isContent ? close.end : end, replacement: isContent && !isAside ? HOLE : '' });
    } else if (mark.isPlain || ALONE.has(name.replaceAll('_', '-')))
      taken.push({ start, end, replacement: HOLE });
  }
  return taken.reverse();
}

const WIKI_LINK = /\[\[([^[\]|]{1,300})(?:\|([^[\]]{0,300}))?\]\]/g;
/** Pictures with their captions, in which links may stand, categories, and what Drupal puts there. */
const WIKI_FILE = new RegExp(
  String.raw`!?\[\[(?:(?:File|Image|Category|nid|node|media):[^[\]]{0,1000}` +
    String.raw`(?:\[\[[^[\]]{0,300}\]\][^[\]]{0,300}){0,9}|\{[^[\]]{0,2000}\})\]\]`,
  'gi',
);

function takeWikiMarks(text: string): string {
  if (!text.includes('[[') && !/^={2,6}[^=\n]{1,200}={2,6}[ \t]*$/m.test(text)) return text;
  return text
    .replace(WIKI_FILE, '')
    .replace(/!\[\[[^[\]]{1,300}\]\]/g, '')
    .replace(WIKI_LINK, (_, page: string, label?: string) => label || page.replace(/^[^#]{1,300}#/, ''))
    .replace(/^={2,6}[^=\n]{1,200}={2,6}[ \t]*$/gm, '\n')
    .replace(/\[https?:\/\/[^\s[\]]{1,500} ([^[\]]{1,300})\]/g, '$1')
    .replace(/'{3}([^'\n]{1,300})'{3}/g, '$1')
    .replace(/'{2}([^'\n]{1,300})'{2}/g, '$1');
}

/** A sentence with a hole may say something else than the whole one. */
function closeHoles(text: string): string {
  return text
    .split(/(\n\s*\n)/)
    .map((paragraph) => (isHollow(paragraph) ? '' : paragraph.replaceAll(HOLE, '')))
    .join('');
}

function isHollow(paragraph: string): boolean {
  const pieces = paragraph.split(HOLE).map((piece) => piece.trim());
  return pieces.some((piece, at) => {
    const next = pieces.slice(at + 1).find((other) => other !== '');
    return piece !== '' && next !== undefined && !/[.!?…:]["”’)]?$/.test(piece);
  });
}
