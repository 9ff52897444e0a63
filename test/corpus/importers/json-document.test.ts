import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessFormat, IMPORTERS } from '../../../src/corpus/importers/index.ts';
import { findJsonFault } from '../../../src/corpus/importers/json-fault.ts';
import { importText, problemsOf, summaryOf } from './a-document.ts';

const faultOf = (text: string) => {
  const { line, column, what } = findJsonFault(text) ?? { line: 0, column: 0, what: '' };
  return `${line}:${column} ${what}`;
};

describe('JSON that is broken', () => {
  it.each([
    ['{\n  "uri": "u:1",\n  "text": "The mill\n  closed."\n}', '3:20 a line ends inside a text'],
    ['{"a": 1,}', '1:9 “}” stands where a name in quotation marks should'],
    ["{'a': 1}", "1:2 “'a': 1}” stands where a name in quotation marks or “}” should"],
    ['{\n"a": 1\n"b": 2}', '3:1 “"b": 2}” stands where “,” or “}” should'],
    ['[1, 2', '1:6 the document ends inside the list that begins on line 1'],
    ['{"a": [1}', '1:9 “}” stands where “,” or “]” should'],
    ['{"a": True}', '1:7 “True}” stands where a value should'],
    ['{"a": "b\\q"}', '1:9 “\\q” stands in a text'],
    ['{"a": "b', '1:7 the text that begins here has no end'],
    ['// a note\n{}', '1:1 “// a note” stands where a value should'],
    ['{"a": 1} {"b": 2}', '1:10 “{"b": 2}” stands where the end of the document should'],
    ['', '1:1 nothing stands there'],
  ])('is told with line and column: %j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('is told once, in every format', () => {
    const text = '{\n  "uri": "u:1",\n  "headline": "Mill",\n  "body_text": "The mill closed."\n';
    for (const format of [
      'ninjs',
      'arc-ans',
      'ap-media',
      'guardian',
      'nyt',
      'json-ld',
      'claim-review',
    ] as const)
      expect(problemsOf(importText(IMPORTERS[format], text))).toEqual([
        '5: the document is not JSON: at line 5, column 1, the document ends inside the object that begins on line 1',
      ]);
  });

  it('is told for one line where each line is an article', () => {
    const line = (name: string) => JSON.stringify({ uri: `u:${name}`, body_text: `The ${name} held.` });
    const imported = importText(IMPORTERS.ninjs, `${line('dam')}\n{"uri": "u:2",\n${line('wall')}\n`);
    expect(summaryOf(imported).map(({ text }) => text)).toEqual(['The dam held.', 'The wall held.']);
    expect(problemsOf(imported)).toEqual([
      '2: the line is not JSON (column 15: the document ends inside the object that begins on line 1)',
    ]);
  });

  it('is found where the parser finds it, whatever the text', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '1',
      '-',
      '0.5e3',
      'true',
      'nul',
      '\\',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(findJsonFault(text) === undefined).toBe(isJson);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('JSON of other services', () => {
  it.each([
    ['arc-ans', '{"type": "story", "content_elements": []}'],
    ['arc-ans', '{"headlines": {"basic": "Fog"}}'],
    ['ap-media', '{"data": {"items": [{"item": {"altids": {"itemid": "a"}}}]}}'],
    ['guardian', '{"response": {"results": [{"webTitle": "Fog", "webPublicationDate": "2026-03-01"}]}}'],
    ['nyt', '{"response": {"docs": [{"pub_date": "2026-03-01", "snippet": "Fog"}]}}'],
    ['nyt', '{"results": [{"title": "Fog", "des_facet": []}]}'],
    ['ninjs', '{"uri": "u:1", "altids": [{"role": "internal", "value": "7"}]}'],
    ['ninjs', '{"anything": "else"}'],
    [undefined, '{"status": "ok", "totalResults": 1, "articles": []}'],
    [undefined, '[{"id": 1, "content": {"rendered": "<p>Fog</p>"}}]'],
    [undefined, '{"fault": {"faultstring": "Invalid key"}}'],
    [undefined, '{"type": "FeatureCollection", "features": []}'],
  ])('is known as %s: %s', (format, text) => {
    expect(guessFormat('answer.json', text)).toBe(format);
  });

  it('is not seen in a text that begins with a bracket', () => {
    expect(guessFormat('a.txt', '[Corrected] The dam at Orr held.')).toBe('text');
    expect(guessFormat('a.txt', '{The dam held.}')).toBe('text');
  });
});
