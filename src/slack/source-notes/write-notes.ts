import { amount } from '../../amount.ts';
import { formatPartialDate, formatShortDate } from '../../answer/index.ts';
import { formatCsvLine } from '../../csv.ts';
import { escapeMarkdown } from '../blocks/citation-texts.ts';
import { asInlineText } from '../blocks/inline-text.ts';
import type { NotesForm, SourceNote } from '../blocks/source-note.ts';
import { webLink } from '../blocks/web-link.ts';

/** Whose notes they are does not stand in them: they are passed on. */
export type WriteNotes = (notes: readonly SourceNote[], madeAt: Date) => readonly string[];

const NOT_RECORDED = 'not recorded';
const NOT_KEPT = 'The words were not kept when it was shown.';

/** Writes notes in a form. Gives its head and each note on its own: joined they are the whole text. */
export const WRITE_NOTES: Readonly<Record<NotesForm, WriteNotes>> = {
  markdown: (notes, madeAt) => ['# Source notes\n\n', `${lead(notes, madeAt)}\n`, ...notes.map(markdown)],
  plain: (notes, madeAt) => [`Source notes\n${lead(notes, madeAt)}\n`, ...notes.map(plain)],
  csv: (notes) => [formatCsvLine(COLUMNS), ...notes.map(csv)],
};

function lead(notes: readonly SourceNote[], madeAt: Date): string {
  return `${amount(notes.length, 'fact')} as factdesk showed them, put together ${moment(madeAt)}.`;
}

function markdown(note: SourceNote, index: number): string {
  const { quote, since } = note;
  const quoted = quote === null ? `*${NOT_KEPT}*` : quotation(quote);
  const warning = since === '' ? '' : `**${escapeMarkdown(since)}**\n\n`;
  const lines = fields(note).map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}\n`);
  return `\n## ${index + 1}\n\n${warning}${quoted}\n\n${lines.join('')}- Link: ${linked(note)}\n`;
}

function linked({ link }: SourceNote): string {
  const address = webLink(link);
  return address === null ? escapeMarkdown(asInlineText(link ?? NOT_RECORDED)) : `<${address}>`;
}

function quotation(quote: string): string {
  return escapeMarkdown(quote)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function plain(note: SourceNote, index: number): string {
  const { quote, since, link } = note;
  const lines = [
    ...(since === '' ? [] : [since]),
    ...(quote ?? NOT_KEPT).split('\n'),
    ...fields(note).map(([name, value]) => `${name}: ${value}`),
    `Link: ${asInlineText(link ?? NOT_RECORDED)}`,
  ];
  return `\n[${index + 1}]\n${lines.map((line) => `    ${line}`.trimEnd()).join('\n')}\n`;
}

const SPEAKERS = {
  quote: 'Said by',
  statement: 'Desk wording, according to',
  article: 'Attributed to',
} as const;

/** All but the words and the link, for people to read. */
function fields(note: SourceNote): readonly (readonly [string, string])[] {
  const { kind, speaker, source, publisher, published, asOf, checkedBy, factId, version, retrieved } = note;
  const named: readonly (readonly [string, string | null])[] = [
    [kind === null ? 'Speaker' : SPEAKERS[kind], speaker],
    ['Source', source],
    ['Publisher', publisher],
    ['Published', published && formatPartialDate(published)],
    ['As of', asOf && formatPartialDate(asOf)],
    ['Checked by', checkedBy],
    ['Fact', `${factId}, version ${version}`],
    ['Retrieved', moment(retrieved)],
  ];
  return named.map(([name, value]) => [name, value === null ? NOT_RECORDED : asInlineText(value)]);
}

const COLUMNS = [
  'number',
  'quote',
  'kind',
  'speaker',
  'source',
  'publisher',
  'published',
  'link',
  'as of',
  'checked by',
  'fact',
  'version',
  'retrieved',
  'changed since',
] as const;

function csv(note: SourceNote, index: number): string {
  const { quote, kind, speaker, source, publisher, published, link, asOf, checkedBy } = note;
  const { factId, version, retrieved, since } = note;
  return formatCsvLine([
    ...[index + 1, quote, kind, speaker, source, publisher, published, link, asOf, checkedBy, factId],
    ...[version, retrieved.toISOString(), since === '' ? null : since],
  ]);
}

/** `1 Dec 2026, 09:15 UTC`. */
function moment(time: Date): string {
  const iso = time.toISOString();
  return `${formatShortDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}
