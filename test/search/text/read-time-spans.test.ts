import { describe, expect, it } from 'vitest';
import { readTimeSpans } from '../../../src/search/text/read-time-spans.ts';

/** `1985-01..1992-12`, with no end where there is none. */
function show(text: string): readonly string[] {
  const month = (count: number) =>
    Number.isFinite(count) ? `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}` : '';
  return readTimeSpans(text).map(({ from, to }) => `${month(from)}..${month(to)}`);
}

describe('the times that a text names', () => {
  it.each([
    ['in 1998', '1998-01..1998-12'],
    ['from 1985 to 1992', '1985-01..1992-12'],
    ['between 1990 and 1994', '1990-01..1994-12'],
    ['from Mar 1987 to 1990', '1987-03..1990-12'],
    ['1988–1991', '1988-01..1991-12'],
    ['the season of 1988–89', '1988-01..1989-12'],
    ['between March and June 1990', '1990-03..1990-06'],
    ['since 1996', '1996-01..'],
    ['from 1996 onwards', '1996-01..'],
    ['2003–present', '2003-01..'],
    ['until 2003', '..2003-12'],
    ['before 1990', '..1989-12'],
    ['in the 1980s', '1980-01..1989-12'],
    ["in the late '80s", '1985-01..1989-12'],
    ["in the late 1800's", '1850-01..1899-12'],
    ['in early 2000s', '2000-01..2004-12'],
    ['in the mid-1990s', '1992-07..1997-06'],
    ['in the nineteenth century', '1800-01..1899-12'],
    ['on February 14, 1991', '1991-02..1991-02'],
    ['on 14 February 1991', '1991-02..1991-02'],
    ['on 2024-11-20', '2024-11..2024-11'],
  ])('%s', (text, span) => {
    expect(show(text)).toEqual([span]);
  });

  it('are apart where nothing joins them', () => {
    expect(show('built in 1889, rebuilt in 1911')).toEqual(['1889-01..1889-12', '1911-01..1911-12']);
  });

  it('are of a birth and a death, and not of the life between', () => {
    expect(show('Cambridge (11 October 1895 – 16 April 1981) was a peer')).toEqual([
      '1895-10..1895-10',
      '1981-04..1981-04',
    ]);
  });

  it.each(['It weighs 1500 kilograms', 'It cost $1990', 'a crowd of 2,000', 'in her eighties', 'no time'])(
    'are none: %s',
    (text) => {
      expect(show(text)).toEqual([]);
    },
  );
});
