import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProgress } from '../../src/cli/import-progress.ts';
import { aFolder, anItem, lines, saying } from '../corpus/archive/a-folder.ts';
import { textsIn } from '../corpus/importing/an-import.ts';
import { run } from './run.ts';

const FIXTURES = 'test/fixtures/archive';

/** The articles of an archive as they stand in its files. */
function readItems(out: string) {
  return readdirSync(out).flatMap((name) =>
    readFileSync(join(out, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
}

describe('factdesk import', () => {
  it('reports what it read, and each thing it left out with file, line and what to do', async () => {
    const out = join(aFolder(), 'archive');
    const { stdout, stderr, exitCode } = await run(['import', FIXTURES, '--out', out]);
    expect(stdout).toBe(
      [
        '43 read: 38 written, 1 replaced, 0 unchanged, 0 older than on file, 4 skipped.',
        '8 held back, being drafts, under embargo or withdrawn.',
        '3 to take back or correct an article met none.',
        'Left out, being no articles: 2 picture, 1 gallery, 1 crossword, 1 photo, 1 package, 1 multimedia, 1 page.',
        `The archive is ${out}.\n`,
      ].join('\n'),
    );
    expect(stderr).toContain(`${FIXTURES}/table.csv:5: an article is left out: it has no text. Mend it`);
    expect(stderr).toContain(
      `${FIXTURES}/ninjs-3.jsonl:3: warning: a cancellation meets no article of the archive (https://wire.example/mayor).`,
    );
    expect(stderr.trim().split('\n')).toHaveLength(8);
    expect(exitCode).toBe(1);
  });

  it('tells of an article whose state nobody can read, holds it back, and ends with 1', async () => {
    const folder = aFolder({ 'ferry.csv': 'headline,body,embargo\nFerry,The ferry was late.,when told\n' });
    const out = join(aFolder(), 'archive');
    const { stdout, stderr, exitCode } = await run(['import', folder, '--out', out]);
    expect(stdout).toContain(
      '1 held back, being drafts, under embargo or withdrawn; of 1 the state was not understood.',
    );
    expect(stderr).toContain(
      `${folder}/ferry.csv:2: warning: an article is withheld: embargo "when told" is not understood. Say it`,
    );
    expect(exitCode).toBe(1);
    expect(await textsIn(out)).toEqual([]);
  });

  it('ends well when nothing was left out', async () => {
    const out = join(aFolder(), 'archive');
    expect(await run(['import', `${FIXTURES}/story.txt`, '--out', out])).toMatchObject({
      stderr: '',
      exitCode: 0,
    });
    expect(await textsIn(out)).toContain('She named her health as the reason.');
  });

  it('quotes a page whose data about itself is broken, and warns of it without calling it skipped', async () => {
    const page =
      '<html lang="en"><script type="application/ld+json">{"@type": "NewsArticle",</script><article><p>The dam held.</p></article></html>';
    const folder = aFolder({ 'dam.html': page });
    const out = join(aFolder(), 'archive');
    const { stdout, stderr, exitCode } = await run(['import', folder, '--out', out]);
    expect(stdout).toContain('1 read: 1 written, 0 replaced, 0 unchanged, 0 older than on file, 0 skipped.');
    expect(stderr).toBe(
      `${folder}/dam.html:1: warning: the JSON-LD of the page is not JSON. Nothing: the readable text is used.\n`,
    );
    expect(exitCode).toBe(0);
    expect(await textsIn(out)).toEqual(['The dam held.']);
  });

  it('takes pictures, sound and films of a wire for no fault, and does not open them', async () => {
    const out = join(aFolder(), 'archive');
    const wire = aFolder({
      'a.jsonl': lines(saying('The dam held.'), anItem({ uri: 'u:photo', type: 'picture' })),
      'dam.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0),
      'film.MP4': '',
    });
    truncateSync(join(wire, 'film.MP4'), 100 * 1024 * 1024);
    expect(await run(['import', wire, '--out', out])).toEqual({
      stdout: [
        '1 read: 1 written, 0 replaced, 0 unchanged, 0 older than on file, 0 skipped.',
        'Left out, being no articles: 2 picture, 1 video.',
        `The archive is ${out}.\n`,
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
  });

  it('makes an article answerable', async () => {
    const out = join(aFolder(), 'archive');
    await run(['import', FIXTURES, '--out', out]);
    const asked = await run(['ask', '--json', '--archive', out, '--facts', aFolder()], {
      stdin: 'How many books were lost at the library of Norbeck?\n',
    });
    expect(JSON.parse(asked.stdout).quotes[0]).toMatchObject({
      text: 'Some 8,000 books were lost, among them the parish registers from before 1750, the librarian Mark Vane told a small crowd.',
      source: { title: 'Library reopens after flood', url: 'https://post.example/library' },
    });
  });

  it('takes the names of columns and the format', async () => {
    const out = join(aFolder(), 'archive');
    const table = join(aFolder({ 'table.txt': 'Slug,Story\nDam,The dam held.\n' }), 'table.txt');
    const { exitCode } = await run([
      'import',
      table,
      '--out',
      out,
      '--format',
      'csv',
      '--map',
      'text=Story',
      '--map',
      'title=Slug',
    ]);
    expect([exitCode, await textsIn(out)]).toEqual([0, ['The dam held.']]);
  });

  it('takes the publisher that a file does not name, and never another for the one it names', async () => {
    const out = join(aFolder(), 'archive');
    const table = 'title,text,publisher\nDam,The dam held.,\nRoad,The road did not.,Halm Daily\n';
    const folder = aFolder({ 'table.csv': table });
    await run(['import', folder, '--out', out, '--publisher', 'The Norbeck Post']);
    const publishers = readItems(out).map(({ infoSources }) => infoSources);
    expect(publishers).toEqual([
      [{ name: 'The Norbeck Post', role: 'publisher' }],
      [{ name: 'Halm Daily', role: 'publisher' }],
    ]);
  });

  it('writes nothing in a dry run', async () => {
    const out = join(aFolder(), 'archive');
    const { stdout } = await run(['import', FIXTURES, '--out', out, '--dry-run']);
    expect(stdout).toContain('38 written');
    expect(stdout).toContain('Nothing was written: this was a dry run.');
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['no folder', ['import', 'a.txt'], '--out'],
    ['no source', ['import', '--out', 'x'], "missing required argument 'source'"],
    ['an unknown format', ['import', 'a', '--out', 'x', '--format', 'word'], 'It is one of ninjs, newsml-g2'],
    [
      'a zone that nobody knows',
      ['import', 'a', '--out', 'x', '--timezone', 'Oslo'],
      'the IANA name of a zone',
    ],
    [
      'an offset for a zone',
      ['import', 'a', '--out', 'x', '--timezone', '+02:00'],
      'the IANA name of a zone',
    ],
    ['an empty provider', ['import', 'a', '--out', 'x', '--provider', ' '], 'Write a name'],
    ['an unknown field', ['import', 'a', '--out', 'x', '--map', 'colour=Red'], 'Write field=column'],
  ])('says how it is used when given %s', async (_, words, message) => {
    const { stderr, exitCode } = await run(words);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  it('refuses private addresses unless allowed', async () => {
    const { stderr, exitCode } = await run([
      'import',
      'http://127.0.0.1:1/feed',
      '--out',
      join(aFolder(), 'archive'),
    ]);
    expect(stderr).toContain(
      'the address leads into a private network. Use --allow-private if you trust it.',
    );
    expect(exitCode).toBe(1);
  });

  it('says plainly that the disk is full, and leaves nothing half-written', async () => {
    const folder = aFolder();
    const out = join(folder, 'archive');
    const many = Array.from({ length: 900 }, (_, index) =>
      saying(`Boat ${index} sank. ${'x'.repeat(300)}`, { uri: `u:${index}` }),
    );
    writeFileSync(join(folder, 'a.jsonl'), lines(...many));
    // A limit on the size of files stands for a full disk: the write breaks off in the middle.
    const limited = `ulimit -f 64; exec "$0" bin/factdesk.js import "$1" --out "$2"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', limited, process.execPath, join(folder, 'a.jsonl'), out],
      { encoding: 'utf8' },
    );
    expect(stderr).toContain(
      `The archive ${out} cannot be written (EFBIG). Allow larger files and import again`,
    );
    expect([status, readdirSync(out)]).toEqual([1, []]);
  });
});

describe('the progress of an import', () => {
  it('tells count, rate, share and remaining time', () => {
    expect(describeProgress({ read: 12_000, done: 0.25 }, 20_000)).toBe(
      '12,000 articles read · 600 a second · 25 % · 60 s left',
    );
    expect(describeProgress({ read: 3, done: undefined }, 1000)).toBe('3 articles read · 3 a second');
  });

  it('is one line that vanishes on a terminal, and is not there at all in a short import', async () => {
    const out = join(aFolder(), 'archive');
    let time = 0;
    const clock = () => {
      time += 200;
      return new Date(time);
    };
    const onTerminal = await run(['import', FIXTURES, '--out', out], {
      isTTY: true,
      clock,
    });
    expect(onTerminal.stderr).toMatch(/\r\d+ articles read · \d+ a second · \d+ %/);
    expect(onTerminal.stderr).toMatch(/\r +\rtest\/fixtures/);
    const inPipe = await run(['import', FIXTURES, '--out', out]);
    expect(inPipe.stderr).not.toContain('articles read');
  });
});
