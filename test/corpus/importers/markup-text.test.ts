import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../src/corpus/importers/html.ts';

describe('the words of marked-up text', () => {
  it.each([
    [
      'a line break within a sentence',
      '<p>The mill will not<br/>close in May.</p>',
      'The mill will not close in May.',
    ],
    [
      'a line break between sentences',
      '<p>The mill stays open.<br>Its owner said so.</p>',
      'The mill stays open.\nIts owner said so.',
    ],
    [
      'two line breaks between paragraphs',
      'The mill stays open.<br> <br>\nThe yard does not.',
      'The mill stays open.\n\nThe yard does not.',
    ],
    [
      'line breaks with line ends, as editors write them',
      'The mill<br />\nstays <i>open</i>.',
      'The mill stays open.',
    ],
    [
      'empty lines without any block',
      'The mill stays.\n\nThe <b>yard</b> goes.',
      'The mill stays.\n\nThe yard goes.',
    ],
    ['empty lines within a block', '<div>The mill\n\n<b>stays</b>.</div>', 'The mill stays.'],
    [
      'preformatted lines, broken at a column',
      '<pre>The mill stays open until the\nsummer. The yard goes.\n\n   It was sold.\n</pre>',
      'The mill stays open until the summer. The yard goes.\n\nIt was sold.',
    ],
    ['code', '<p>The mill stays.</p><pre><code>let mill = 1;</code></pre>', 'The mill stays.'],
    [
      'lists in lists',
      '<p>Two stay:</p><ul><li>the mill<ul><li>its yard</li></ul></li><li></li><li><p>the dam</p></li></ul>',
      'Two stay:\n\n- the mill\n- its yard\n- the dam',
    ],
  ])('keep %s', (_, html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each([
    ['10<sup>6</sup> spores', '10⁶ spores'],
    ['10<sup>-9</sup> metres', '10⁻⁹ metres'],
    ['400 km<sup>2</sup>', '400 km²'],
    ['E = mc<sup>2</sup>', 'E = mc²'],
    ['H<sub>2</sub>O and CO<sub>2</sub>', 'H₂O and CO₂'],
    ['<sup>14</sup>C dating', '¹⁴C dating'],
    ['the 21<sup>st</sup> and 22<sup>ND</sup> day', 'the 21st and 22ND day'],
    ['Norbex<sup>TM</sup>', 'Norbex™'],
    ['2<sup>n/2</sup> ways, 2<sup>1.5</sup>', '2^n/2 ways, 2^1.5'],
    ['It fell.<sup>3</sup>', 'It fell.'],
    ['It fell<sup>[3]</sup>, and rose<sup>*</sup> again', 'It fell, and rose again'],
    ['the council<sup>4</sup> said', 'the council said'],
    ['in 1998<sup>2</sup> and 10<sup><a href="#n7">7</a></sup> more', 'in 1998 and 10 more'],
    ['said Vane.<sup>1, 2</sup> Then', 'said Vane. Then'],
  ])('give raised and sunk letters as they mean: %s', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it.each([
    ['<p>It killed <del>nine</del> <ins>ten</ins> sheep.</p>', 'It killed ten sheep.'],
    ['<p>He <s>refused</s> agreed <strike>now</strike>, too.</p>', 'He agreed, too.'],
    ['<p>It cost <span style="text-decoration : line-through">4</span> 5 crowns.</p>', 'It cost 5 crowns.'],
    ['<p>Seen.</p><p hidden>Unseen.</p><p style="color:red; display: none">Unseen.</p>', 'Seen.'],
    ['<p>Seen.</p><p class="note screen-reader-text">Unseen.</p>', 'Seen.'],
    [
      '<p class="wp-caption-text">A dam, 1998.</p><p>Seen.</p><div class="leadImage__caption">A mill.</div>',
      'Seen.',
    ],
    ['<p class="has-caption">Seen.</p>', 'Seen.'],
    [
      '<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Halm</td><td>4</td></tr></table><p>Seen.</p>',
      'Seen.',
    ],
    [
      '<p>Seen.</p><ul><li><a href="/1">Dam breaks</a></li><li><a href="/2">Mill burns</a></li></ul>',
      'Seen.',
    ],
    [
      '<p>Seen.</p><p><a href="/1">Read on: the dam</a></p><p><a href="/2">It held.</a></p>',
      'Seen.\n\nIt held.',
    ],
  ])('leave out what is struck, hidden or beside the text: %s', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('keep the marks of quotations, one within the other', () => {
    expect(htmlText('<p>He said <q>she told me <q>no</q> twice</q>.</p>')).toBe(
      'He said “she told me ‘no’ twice”.',
    );
    expect(htmlText('<p>He said <q>“no”</q>.</p>')).toBe('He said “no”.');
  });

  it('keep the paragraphs of a table that arranges a page', () => {
    const cell =
      'The council of Halm met on Friday in the hall of the old school, which had been closed for nine years.';
    expect(htmlText(`<table><tr><td>Menu</td><td><p>${cell}</p><p>${cell}</p></td></tr></table>`)).toBe(
      `Menu\n\n${cell}\n\n${cell}`,
    );
  });
});

describe('block quotes', () => {
  it.each([
    ['without a name', '<blockquote><p>We never agreed.</p></blockquote>', '“We never agreed.”'],
    [
      'with a name below, to each paragraph',
      '<blockquote><p>We never agreed.</p><p>Nor will we.</p><footer>— <cite>Ida Orr</cite>, mayor</footer></blockquote>',
      '“We never agreed.” — Ida Orr, mayor\n\n“Nor will we.” — Ida Orr, mayor',
    ],
    [
      'with a name in the last line',
      '<blockquote>We never agreed.<br>– Ida Orr</blockquote>',
      '“We never agreed.” — Ida Orr',
    ],
    [
      'with a name behind it',
      '<blockquote><p>We never agreed. —Ida Orr</p></blockquote>',
      '“We never agreed.” — Ida Orr',
    ],
    [
      'with the name in the caption of a figure',
      '<figure><blockquote>We never agreed.</blockquote><figcaption>Ida Orr</figcaption></figure>',
      '“We never agreed.” — Ida Orr',
    ],
    [
      'of a social network',
      '<blockquote class="social-post"><p>The dam holds.</p>&mdash; Ida Orr (@orr) <a href="https://social.example/1">May 2, 2026</a></blockquote>',
      '“The dam holds.” — Ida Orr',
    ],
    ['that have marks already', '<blockquote>“We never agreed.”</blockquote>', '“We never agreed.”'],
    [
      'in NITF',
      '<bq><block><p>We never agreed.</p></block><credit>Ida Orr</credit></bq>',
      '“We never agreed.” — Ida Orr',
    ],
  ])('stand in quotation marks: %s', (_, html, text) => {
    expect(htmlText(`<p>She wrote:</p>${html}`)).toBe(`She wrote:\n\n${text}`);
  });
});
