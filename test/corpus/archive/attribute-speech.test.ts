import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/corpus/archive/index.ts';
import { aFolder, allPassages, lines, saying } from './a-folder.ts';

const WRITER = 'Article by Ida Halm, The Norbeck Post';
const QUOTED = 'Words quoted in an article by Ida Halm, The Norbeck Post';

async function attributions(text: string): Promise<readonly (readonly [string, string])[]> {
  const folder = aFolder({ 'news.jsonl': lines(saying(text, { by: 'Ida Halm' })) });
  const archive = await openArchive([folder], { now: new Date('2026-04-01T00:00:00Z') });
  return (await allPassages(archive)).map(({ text: words, kind, attribution }) => {
    expect(kind).toBe(attribution === WRITER || attribution === QUOTED ? 'article' : 'quote');
    return [words, attribution];
  });
}

describe('whose words a sentence of an article is', () => {
  it.each([
    [
      'goes on speaking behind who spoke',
      '“We closed it,” Mayor Tom Ash said. “The lock was old. It leaked.”',
      ['Mayor Tom Ash', 'Mayor Tom Ash'],
    ],
    ['speaks behind who told something', 'Ash said that he was done. “The lock was old.”', [WRITER, 'Ash']],
    [
      'is "he" where one person was named',
      'Mayor Tom Ash resigned on Friday. “I am tired,” he said. He added: “I am done.”',
      [WRITER, 'Mayor Tom Ash', 'Mayor Tom Ash'],
    ],
    [
      'is "she" in the paragraph below',
      '“The lock is old,” said Berit Lund, a pilot.\n\n“It leaks,” she said.',
      ['Berit Lund', 'Berit Lund'],
    ],
    [
      'is named behind a speech of two paragraphs',
      '“We closed it. The lock was old.\n\n“It leaked,” Ash said.\n\nThe ferry sails.',
      ['Ash', 'Ash', 'Ash', WRITER],
    ],
    [
      'is named before a speech of two paragraphs',
      'Ash said: "We closed it. The lock was old.\n\n"It leaked every day."',
      ['Ash', 'Ash', 'Ash'],
    ],
    ['is named by a line above', 'Ash wrote on Friday:\n\n“The lock was old.”', ['Ash']],
    ['is named by a line below', '“The lock was old.”\n\n— Tom Ash, mayor of Lyle', ['Tom Ash']],
    ['is named behind a dash', '“The lock was old.” — Tom Ash (@ash)', ['Tom Ash']],
    ['asks', '“Who closed it?” Ash asked. “Was it you?”', ['Ash', 'Ash']],
    ['is spoken for by somebody else', '“We closed it,” said Ash’s lawyer, Berit Lund.', ['Berit Lund']],
    ['is quoted in British marks', '‘We’ve closed it,’ Ash said. ‘The boys’ lock leaked.’', ['Ash', 'Ash']],
    ['is quoted in teletype marks', "``We closed it,'' Ash said. ``It leaked. Badly so.''", ['Ash', 'Ash']],
    ['is quoted in guillemets', '«We closed it», Ash said. «The lock leaked.»', ['Ash', 'Ash']],
  ])('%s', async (_, text, expected) => {
    expect((await attributions(text)).map(([, who]) => who)).toEqual(expected);
  });

  it.each([
    ['a speech nobody is named for', 'The lock closed. “It was very old.”', [WRITER, QUOTED]],
    ['two persons before "she"', 'Mr. Ash met Ms. Lund. “It was old,” she said.', [WRITER, QUOTED]],
    [
      'somebody between',
      '“It was old,” Ash said. Lund denied it. “It was new,” she said.',
      ['Ash', WRITER, QUOTED],
    ],
    ['a reply', '“It was old,” Ash said.\n\n“You are lying to us.”', ['Ash', QUOTED]],
    ['two told of', 'Ash told Lund that it was over. “It never was.”', [WRITER, QUOTED]],
    ['a body', '“It was old,” said Lyle police. “Keep away.”', [WRITER, QUOTED]],
    ['a place', '“It was old,” said a resident of Lyle, Northland. “It leaked.”', [WRITER, QUOTED]],
    ['two who speak', '“It was old,” said Ash and Lund. “It leaked.”', [WRITER, QUOTED]],
    ['an owner', '“It was old,” said Ash’s lawyer. “It leaked.”', [WRITER, QUOTED]],
    [
      'his deputy',
      '“It was old,” Ash said.\n\nHis deputy, Berit Lund, left.\n\n“It leaked,” he said.',
      ['Ash', WRITER, QUOTED],
    ],
  ])('is not guessed: %s', async (_, text, expected) => {
    const found = await attributions(text);
    expect(found.map(([, who]) => who)).toEqual(expected);
  });

  it('leaves the writer’s own words to the article, scare quotes and indirect speech too', async () => {
    const text = 'Ash said the lock was old. He called it a “red line” that nobody crosses.';
    expect((await attributions(text)).map(([, who]) => who)).toEqual([WRITER, WRITER]);
  });
});

describe('an article without a name', () => {
  it.each([
    ['a path', { by: '/var/spool/in/story.xml', infoSources: [{ name: 'urn:desk:7' }] }],
    ['nothing', { infoSources: [] }],
  ])('is an article, whatever its title is: %s', async (_, properties) => {
    const folder = aFolder({ 'news.jsonl': lines(saying('The lock closed.', properties)) });
    const archive = await openArchive([folder], { now: new Date('2026-04-01T00:00:00Z') });
    expect((await allPassages(archive)).map(({ attribution }) => attribution)).toEqual(['Article']);
  });
});
