import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectCorpus, mergeLastKnownGood, openCorpusReader } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from './temporary-folder.ts';

const fact = (id: string, fields = '') => `## ${id}\n> Words of ${id}.\n\n- kind: statement\n${fields}\n`;
const GOOD = createSheet(fact('one') + fact('two') + fact('three'));

/** What is in use, and what is held back, once sheets were saved over sound ones, one save after the other. */
async function afterSaves(before: Record<string, string>, ...saves: readonly Record<string, string>[]) {
  const sheets = await createFolder(before);
  const inspect = () => inspectCorpus({ sheets, archive: [] });
  let last = { corpus: (await inspect()).corpus, heldBack: [] as readonly string[] };
  for (const save of saves) {
    for (const [name, text] of Object.entries(save)) await writeFile(join(sheets, name), text);
    last = mergeLastKnownGood(last.corpus, await inspect());
  }
  const { facts, synonyms } = last.corpus;
  return {
    states: Object.fromEntries(facts.map(({ id, status }) => [id, status])),
    texts: facts.map(({ text }) => text),
    embargoes: facts.flatMap(({ id, embargoUntil }) => (embargoUntil ? [id] : [])),
    heldBack: last.heldBack,
    asked: synonyms.map(({ asked }) => asked[0]),
  };
}

describe('after a broken save', () => {
  it('sheets without problems are as they are now, those with problems as they were, less what is withdrawn', async () => {
    const broken = [
      fact('one').replace('one.', 'one, changed.'),
      fact('two', '- status: withdrawn'),
      fact('three', '- embargo until: 2030-01-01T00:00:00Z\n- as of: yesterday'),
    ].join('');
    const { states, texts, embargoes, heldBack } = await afterSaves(
      { 'a.md': GOOD, 'b.md': createSheet(fact('four')) },
      { 'a.md': createSheet(broken), 'b.md': createSheet(fact('five')) },
    );
    expect(texts).toEqual(['Words of one.', 'Words of two.', 'Words of three.', 'Words of five.']);
    expect(states).toEqual({ five: 'published', one: 'published', two: 'withdrawn', three: 'published' });
    expect([embargoes, heldBack]).toEqual([['three'], []]);
  });

  it('a sheet whose head cannot be read stays in use, less what its sections take back', async () => {
    const sections = `${fact('one')}${fact('two', '- status: withdrawn')}${fact('three', '- embargo until: 2030-01-01T00:00:00Z')}`;
    const { states, embargoes } = await afterSaves(
      { 'a.md': GOOD },
      { 'a.md': createSheet(sections, 'title: A: report') },
    );
    expect(states).toEqual({ one: 'published', two: 'withdrawn', three: 'published' });
    expect(embargoes).toEqual(['three']);
  });

  it.each([
    ['a status that is none', fact('two', '- status: withdrawnn'), ['two']],
    ['a field that is none', fact('two', '- statsu: withdrawn'), ['two']],
    ['a field that nobody knows', fact('two', '- colour: red'), ['two']],
    ['a quote that nobody can show', fact('two').replace('two.', 'two. %%till Monday%%'), ['two']],
    ['a line below a field', fact('two', '- note: counted\nembargo: 2030'), ['two']],
    ['an embargo that is no moment', fact('two', '- embargo until: noon'), ['two']],
    ['a line that is no field', fact('two', '\nRetracted by the agency.\n'), ['two']],
    ['a heading that is none', fact('two', '- status: withdrawn').replace('## ', '##'), ['two']],
    ['a section that is gone', '## \n', ['two']],
  ])('what %s may take back is held back', async (_, two, heldBack) => {
    const after = await afterSaves(
      { 'a.md': GOOD },
      { 'a.md': createSheet(fact('one') + two + fact('three')) },
    );
    expect(after.heldBack).toEqual(heldBack);
    expect(after.states).toMatchObject(Object.fromEntries(heldBack.map((id) => [id, 'withdrawn'])));
    expect(after.states.three).toBe('published');
  });

  it('all of a sheet is held back when its head may take it back, or it cannot be opened as text', async () => {
    const head = 'title: A report\npublished: 2024-10-01\nstatus: withdrawn';
    const all = ['one', 'two', 'three'];
    const text = GOOD.slice(GOOD.indexOf('## '));
    expect((await afterSaves({ 'a.md': GOOD }, { 'a.md': createSheet(text, head) })).heldBack).toEqual(all);
    expect((await afterSaves({ 'a.md': GOOD }, { 'a.md': `${GOOD}\0` })).heldBack).toEqual(all);
    const above = `# A report\n\nEmbargod till Monday.\n\n${text}`;
    expect((await afterSaves({ 'a.md': GOOD }, { 'a.md': createSheet(above) })).heldBack).toEqual(all);
    // A title may speak of an embargo.
    const title = 'title: The embargo: a history';
    expect((await afterSaves({ 'a.md': GOOD }, { 'a.md': createSheet(text, title) })).heldBack).toEqual([]);
  });

  it('what was taken back is given free by a sound save alone', async () => {
    const broken = (fields: string) => createSheet(`${fact('one')}${fact('two', fields)}## three`);
    const withdrawn = { 'a.md': broken('- status: withdrawn') };
    const again = await afterSaves({ 'a.md': GOOD }, withdrawn, { 'a.md': broken('') });
    expect([again.states.two, again.heldBack]).toEqual(['withdrawn', ['two']]);
    const mended = await afterSaves({ 'a.md': GOOD }, withdrawn, { 'a.md': GOOD });
    expect([mended.states.two, mended.heldBack]).toEqual(['published', []]);
  });

  it('a fact that was moved to a sound sheet is in use there', async () => {
    const { states, heldBack } = await afterSaves(
      { 'a.md': GOOD },
      { 'a.md': createSheet(`${fact('one')}## Three`), 'b.md': createSheet(fact('two')) },
    );
    expect([states.two, heldBack]).toEqual(['published', ['three']]);
  });

  it('at the start only sound sheets are in use, less what a broken one replaces', async () => {
    const sheets = await createFolder({
      'a.md': createSheet(fact('old') + fact('older') + fact('other')),
      'b.md': createSheet(
        `${fact('new', '- replaces: old')}${fact('gone', '- replaces: older\n- status: withdrawn')}- x`,
      ),
    });
    const reader = openCorpusReader({ sheets, archive: [] });
    const states = async () => {
      const { corpus, news } = await reader.read();
      return [Object.fromEntries(corpus.facts.map(({ id, status }) => [id, status])), news.heldBack];
    };
    expect(await states()).toEqual([{ old: 'withdrawn', older: 'published', other: 'published' }, ['old']]);
    await writeFile(join(sheets, 'b.md'), createSheet(fact('new', '- replaces: old')));
    expect(await states()).toEqual([
      { old: 'published', older: 'published', other: 'published', new: 'published' },
      [],
    ]);
  });

  it('at the start an old fact does not come back for a new one that nobody can read', async () => {
    const embargoed = fact('new', '- replaces: old\nembargo: 2030');
    const sheets = await createFolder({ 'a.md': createSheet(fact('old')), 'b.md': createSheet(embargoed) });
    const { corpus, news } = await openCorpusReader({ sheets, archive: [] }).read();
    expect(corpus.facts.map(({ id, status }) => [id, status])).toEqual([['old', 'withdrawn']]);
    expect(news.heldBack).toEqual(['old']);
  });

  it('the synonyms are as they are now, and as they were when their file is the broken one', async () => {
    const before = { 'a.md': GOOD, 'synonyms.yml': 'same:\n  - [UN, United Nations]\n' };
    const asked = async (text: string) => (await afterSaves(before, { 'synonyms.yml': text })).asked;
    expect(await asked('same:\n  - [EU, European Union]\n')).toEqual(['EU']);
    expect(await asked('same:\n  - [EU]\n')).toEqual(['UN']);
  });
});
