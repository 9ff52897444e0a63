import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/corpus/importers/clean-text.ts';
import { fieldText } from '../../../src/corpus/importers/field-text.ts';
import { withoutLeftovers } from '../../../src/corpus/importers/leftover-marks.ts';

const read = (text: string) => cleanText(withoutLeftovers(fieldText(text)));

describe('a field that is called text', () => {
  it.each([
    ['<p>The dam&nbsp;held.</p><p>It won&#8217;t now.</p>', 'The dam held.\n\nIt won’t now.'],
    ['Orr &amp; Sons won&#x2019;t sell', 'Orr & Sons won’t sell'],
    ['&lt;p&gt;Orr &amp;amp; Sons&lt;/p&gt;', 'Orr & Sons'],
    ['Two&amp;amp;#8217;s company', 'Two’s company'],
    ['First line.\nSecond &quot;line&quot;.', 'First line.\nSecond "line".'],
    ['Depths of < 4 metres & more; AT&T', 'Depths of < 4 metres & more; AT&T'],
    ['The tag <p> begins a paragraph', 'The tag <p> begins a paragraph'],
  ])('is read as HTML as often as it was encoded: %s', (field, text) => {
    expect(read(field)).toBe(text);
  });

  it.each([
    [
      '[caption id="a_1" width="300"] Divers at the dam[/caption] The dam is 40 metres high.',
      'The dam is 40 metres high.',
    ],
    ['[gallery ids="1,2"]\n\nThe dam is high. [video]', 'The dam is high.'],
    ['[vc_row full="1"][dropcap]T[/dropcap]he dam is high.[/vc_row]', 'The dam is high.'],
    ['{{< figure src="dam.jpg" caption="The dam" >}}\n\nThe dam is high.', 'The dam is high.'],
    ['{{% notice tip %}}The dam is high.{{% /notice %}}', 'The dam is high.'],
    ['{% include ad.html %}The dam is high.{% if x %}{% endif %}', 'The dam is high.'],
    ['{loadposition ad}The dam is high.', 'The dam is high.'],
    ['The [[Halm Dam|dam]] at [[Halm]] is high.[[Category:Dams]]', 'The dam at Halm is high.'],
    ['[[File:Dam.jpg|thumb|The [[dam]] in 1998]]The dam is high.', 'The dam is high.'],
    ['![[dam.png]]\n\nThe dam is ==very== high.%% check this %%', 'The dam is very high.'],
    ['It cost ~~4~~ 5 crowns.', 'It cost 5 crowns.'],
    ['[[{"fid":"12","view_mode":"default"}]]The dam is high.', 'The dam is high.'],
  ])('loses what its content system would have replaced: %s', (field, text) => {
    expect(read(field)).toBe(text);
  });

  it.each([
    'She said: “It [the dam] is high [sic].”',
    'He laughed. [Laughter] [1]',
    'The set {a, b} has two members.',
    'The formula x == y holds.',
    'The roof is 40% or 50% wet.',
  ])('keeps brackets that people write: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  it('loses the paragraph in which a mark stood for words of a sentence', () => {
    expect(read('The fee is {{ price }} crowns.\n\nIt is due in May.')).toBe('It is due in May.');
    expect(read('The fee is [price item="3"] crowns.\n\nIt is due in May.')).toBe('It is due in May.');
    expect(read('It is due in May. {{ advertisement }}')).toBe('It is due in May.');
  });
});
