/** Marks of a writing tool, met in words that readers are shown. */
export interface StrayMarkup {
  /** What it is, such as `an HTML tag`. */
  readonly name: string;
  /** Offset in the text. */
  readonly at: number;
  /** The marks as written, in short. */
  readonly sample: string;
  readonly mend: string;
}

/**
 * Tags that close or have attributes or a namespace, addresses, and names of HTML. Other words in angle brackets may be
 * somebody's.
 */
const TAGS = [
  /<[/?][a-z][^<>]*>/i,
  /<[a-z][\w-]*\s[^<>=]*=/i,
  /<[a-z]+:[^<>]*>/i,
  /<(?:abbr|aside|[abiqsu]|big|blockquote|br|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figure)\s?\/?>/i,
  /<(?:figcaption|font|h[1-6]|hr|iframe|img|ins|kbd|li|mark|ol|p|pre|script|section|small|span)\s?\/?>/i,
  /<(?:strike|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|ul|var|video|wbr)\s?\/?>/i,
];

const TO_NOTE = 'Take it out; what is for the desk goes into "- note:"';
const WORDS_ALONE = 'Write the words alone, as they were said';

/**
 * Marks that mean something to Markdown, Obsidian, Notion, templates or HTML, and that no speaker says. `*`, `_` and
 * `\` are not among them: people write them (`f**k`), and there is no other way to quote those.
 */
const MARKS: readonly (readonly [name: string, patterns: readonly RegExp[], mend: string])[] = [
  ['a comment between %%', [/%%/], TO_NOTE],
  ['an HTML comment', [/<!--/], TO_NOTE],
  ['a comment', [/\/\*/, /\{>>/, /^\[[^[\]]*\]:[ \t]*(?:#|<|[a-z]+:\/\/)/im], TO_NOTE],
  ['an HTML tag or an address in angle brackets', TAGS, WORDS_ALONE],
  [
    'an HTML entity',
    [/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});|&(?:nbsp|amp|quot|lt|gt)\b/i],
    'Write the sign itself, such as & or –',
  ],
  ['a wiki link', [/\[\[/], WORDS_ALONE],
  [
    'a link or a picture',
    [/\]\(|\]\[/],
    'Write its words alone; the address of the source stands in the head',
  ],
  ['a footnote', [/\[\^|\^\[/], TO_NOTE],
  ['a callout', [/\[![a-z-]+\]/i, /^[ \t]*:{3,}/m], WORDS_ALONE],
  ['a task box', [/^[ \t]*[-*+][ \t]+\[[ x]\]/im], WORDS_ALONE],
  ['a code fence', [/```|~~~/], WORDS_ALONE],
  ['the mark of a block', [/ \^[a-z\d-]+$/im], WORDS_ALONE],
  [
    'struck words',
    [/~~[^~]/, /(?<![\p{L}\p{N}~])~[^~\s][^~\n]{0,200}(?<!\s)~(?![\p{L}\p{N}~])/u],
    'Take out what is struck, and the marks',
  ],
  [
    'a sign that nobody sees, and that turns words round or steers a machine',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    [/[\u202D\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/],
    'Type the words anew',
  ],
  ['highlighted words', [/==[^\s=]/], WORDS_ALONE],
  ['a template or editing mark', [/\{\{|\{%|\{#|\{\+\+|\{--|\{==/], WORDS_ALONE],
];

const LONGEST_SAMPLE = 30;

/** The marks that stand in a text, the first one of each sort. */
export function findStrayMarkup(text: string): readonly StrayMarkup[] {
  return MARKS.flatMap(([name, patterns, mend]) => {
    const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
    if (!match) return [];
    const [line = ''] = text.slice(match.index).trimStart().split('\n', 1);
    const sample = line.length > LONGEST_SAMPLE ? `${line.slice(0, LONGEST_SAMPLE)}…` : line;
    return [{ name, at: match.index, sample, mend }];
  });
}
