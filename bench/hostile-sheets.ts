/** What a sheet is filled with to make it slow to read: each was, or could be, read in the square of its length. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'quotes in a line': '>',
  'quotes in lines': `${'>'.repeat(400)}\n`,
  'quotes with words below': '> > > > a\nb\n',
  brackets: '[',
  'brackets in lines': '[\n',
  'definitions of links': '[a]: b\n',
  'lists in a line': '- ',
  'lists in lines': `${'- '.repeat(400)}a\n`,
  'lists in quotes': '> - ',
  'lists in quotes in lines': `${'> - '.repeat(30)}\n`,
  numbers: '1. ',
  'empty points': '-\n',
  'two kinds of lists': '1) a\n2. b\n',
  backticks: '`',
  fences: '```\n',
  'growing fences': `${Array.from({ length: 390 }, (_, n) => '`'.repeat(n + 3)).join('\n')}\n`,
  comments: '<!--',
  'comments in lines': '<!-- a\n\n',
  tags: '<a\n',
  blocks: '<div>\n\n',
  words: 'a\n',
  stars: '*a _b ',
  underlines: 'a\n=',
  rules: '*\t*\n',
  'number signs': '#',
  headings: '## \n',
  'headings of blanks': `## ${' '.repeat(1000)}a\n`,
  sections: '## a\n> b\n',
  'sections of one name': '## a\n',
  fields: '- kind: a\n',
  'values in lines': '- a:\n  b\n',
  fencing: '---\n',
  blanks: ' ',
  'empty lines': '\n',
  'carriage returns': '\r',
  'titles that are blank': `title: ${' '.repeat(1000)}\n`,
};

/** A text of at least `length` characters that is full of something. */
export function filledWith(part: string, length: number): string {
  return part.repeat(Math.ceil(length / part.length));
}
