import { describe, expect, it } from 'vitest';
import type { SourceNote } from '../../../src/slack/blocks/source-note.ts';
import { WRITE_NOTES } from '../../../src/slack/source-notes/write-notes.ts';

const NOTE: SourceNote = {
  quote: '=HYPERLINK("https://evil.example")\n# *so*',
  kind: 'quote',
  speaker: '+Ada\nQuill',
  source: 'A [title](x)',
  publisher: null,
  published: '2024-11',
  link: 'https://example.org/a?b=1&c=2',
  asOf: '2024',
  checkedBy: 'Bob, 1 May 2026',
  factId: 'a-fact',
  version: '0123abcd',
  retrieved: new Date('2026-12-01T09:05:30.000Z'),
  since: '',
};
const MADE = new Date('2026-12-01T10:00:00.000Z');
const whole = (form: keyof typeof WRITE_NOTES, ...notes: readonly SourceNote[]) =>
  WRITE_NOTES[form](notes, MADE).join('');

describe('source notes as text', () => {
  it('stand in Markdown as they are to be read, whatever signs are in them', () => {
    expect(whole('markdown', NOTE)).toBe(
      `# Source notes

1 fact as factdesk showed them, put together 1 Dec 2026, 10:00 UTC.

## 1

> =HYPERLINK("https://evil.example")
> \\# \\*so\\*

- Said by: \\+Ada Quill
- Source: A \\[title\\](x)
- Publisher: not recorded
- Published: November 2024
- As of: 2024
- Checked by: Bob, 1 May 2026
- Fact: a-fact, version 0123abcd
- Retrieved: 1 Dec 2026, 09:05 UTC
- Link: <https://example.org/a?b=1&c=2>
`,
    );
  });

  it('run as no formula in a spreadsheet, and keep a cell that has several lines one cell', () => {
    const [, row] = WRITE_NOTES.csv([NOTE, { ...NOTE, quote: null, link: null }], MADE);
    expect(row).toBe(
      '1,"\'=HYPERLINK(""https://evil.example"")\n# *so*",quote,"\'+Ada\nQuill",A [title](x),,2024-11,' +
        'https://example.org/a?b=1&c=2,2024,"Bob, 1 May 2026",a-fact,0123abcd,2026-12-01T09:05:30.000Z,\r\n',
    );
  });

  it('are numbered, say what is not known, and link nothing that is no web address', () => {
    const bare = {
      ...NOTE,
      kind: null,
      speaker: null,
      quote: null,
      link: 'javascript:alert(1)',
      since: 'Gone.',
    };
    expect(whole('plain', NOTE, bare)).toContain(
      `[2]
    Gone.
    The words were not kept when it was shown.
    Speaker: not recorded
`,
    );
    expect(whole('markdown', bare)).toContain('- Link: javascript:alert(1)\n');
    expect(whole('markdown', bare)).not.toContain('<javascript');
  });
});
