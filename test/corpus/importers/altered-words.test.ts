import { describe, expect, it } from 'vitest';
import { type Format, IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { importText, itemsOf } from './a-document.ts';

const LEAD = 'The weir at Sundhope was opened on Monday, and the water of the upper lake fell by a hand.';

const page = (inside: string) =>
  `<!doctype html><html lang="en"><head><title>Weir</title></head><body><article><h1>Weir</h1>
  <p>${LEAD}</p><p>${LEAD.replace('Monday', 'Tuesday')}</p>${inside}</article></body></html>`;
const row = (text: string) => `id,headline,body,date\n3,Weir,"<p>${LEAD}</p>${text}",2026-02-20\n`;
const note = (text: string) => `---\ntitle: Weir\ndate: 2026-02-20\n---\n\n${LEAD}\n\n${text}\n`;

function textOf(format: Format, text: string): string {
  return itemsOf(importText(IMPORTERS[format], text))
    .map(({ bodies }) => bodies?.[0]?.value)
    .join('\n');
}

describe('a sentence of an article', () => {
  it.each<[string, Format, string]>([
    ['a button', 'html', page('<p>Holt <button>did not</button> close the weir.</p>')],
    ['a choice', 'csv', row('<p>Holt <select><option>did</option></select> close the weir.</p>')],
    ['a formula', 'csv', row('<p>Holt will close it at <math><mi>x</mi></math> metres.</p>')],
    ['a shortcode around words', 'csv', row('<p>Holt [highlight]did not[/highlight] close it.</p>')],
  ])('is left out where %s stands for some of its words', (_what, format, text) => {
    const read = textOf(format, text);
    expect(read).toContain(LEAD);
    expect(read).not.toContain('Holt');
  });

  it.each<[string, Format, string]>([
    ['that are not read aloud', 'html', page('<p>Holt did<span aria-hidden="true"> not</span> sign.</p>')],
    ['that were added', 'markdown', note('Holt did {++not ++}sign.')],
    ['around remarks and struck words', 'markdown', note('Holt did {--gladly--} not sign{>>sure?<<}.')],
    ['around what has no size', 'html', page('<p>Holt did not <i style="font-size:0">ever</i> sign.</p>')],
    ['around what is off the page', 'csv', row('<p>Holt did <i style=""left:-9999px"">so</i> not sign.</p>')],
  ])('keeps its words %s', (_what, format, text) => {
    expect(textOf(format, text)).toContain('Holt did not sign.');
  });

  it('keeps a letter that is a power', () => {
    expect(textOf('csv', row('<p>It grows as 2<sup>n</sup> does.</p>'))).toContain('It grows as 2ⁿ does.');
  });
});

describe('what is not the words of the writer of an article', () => {
  it.each<[string, Format, string]>([
    [
      "readers' comments",
      'html',
      page('<section id="comments"><p>I say that Holt is a thief.</p></section>'),
    ],
    ['a quotation said twice', 'html', page('<div class="pullquote"><p>Holt is a thief.</p></div>')],
    ['a post of a network', 'csv', row('<div class=""tweet""><p>Holt is a thief.</p></div>')],
    ['a box of its writer', 'markdown', note('> [!warning] Not sure\n> Holt is a thief.')],
    ['a myth', 'html', page('<h3>Myth #1</h3><p>Holt stole.</p><p>Holt fled.</p><h3>Fact</h3><p>No.</p>')],
    ['a claim', 'markdown', note('## The claim\n\nHolt is a thief.\n\n## Verdict\n\nNobody stole.')],
  ])('is left out: %s', (_what, format, text) => {
    const read = textOf(format, text);
    expect(read).toContain(LEAD);
    expect(read).not.toContain('Holt');
  });

  it('stands with the term that it is said of', () => {
    const read = textOf('csv', row('<dl><dt>Untrue</dt><dd>Holt is a <b>thief.</b></dd></dl>'));
    expect(read).toContain('Untrue\n\n- Holt is a thief.');
  });
});

describe('a text file', () => {
  it('has its title above its date, without an empty line between them', () => {
    const [item] = itemsOf(importText(IMPORTERS.text, `Weir opened\n2026-02-20\n\n${LEAD}\n`));
    expect([item?.headlines?.[0]?.value, item?.firstCreated?.slice(0, 10)]).toEqual([
      'Weir opened',
      '2026-02-20',
    ]);
  });
});
