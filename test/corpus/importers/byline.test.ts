import { describe, expect, it } from 'vitest';
import { readByline } from '../../../src/corpus/importers/byline.ts';

describe('a byline', () => {
  it.each([
    ['By Ines Halm', 'Ines Halm'],
    ['Posted by: Ines Halm', 'Ines Halm'],
    ['INES HALM\nSenior Business Writer', 'Ines Halm'],
    ['By INES HALMNorbeck Business Writer', 'Ines Halm'],
    ['Ines HalmStaff Writer', 'Ines Halm'],
    ['Ines Halm, Associated Press', 'Ines Halm'],
    ['Ines Halm for The Norbeck Post', 'Ines Halm'],
    ['Ines Halm in Ostry and Piet Orr in Lyle', 'Ines Halm, Piet Orr'],
    ['Ines Halm, INES HALM & Piet Orr', 'Ines Halm, Piet Orr'],
    ['Published 4 May 2026 at 10:53 AM ET by Ines Halm', 'Ines Halm'],
    ['Ines Halm | May 4, 2026 | 3 min read', 'Ines Halm'],
    ['Ines Halm, +49 30 555 0100, ines@post.example', 'Ines Halm'],
    ['ines@post.example (Ines Halm)', 'Ines Halm'],
    ['Piet Orr, Jr.', 'Piet Orr Jr.'],
    ['J.R. ORR III', 'J.R. Orr III'],
    ['Ines McHalm and Piet MacOrr', 'Ines McHalm, Piet MacOrr'],
    ['Ursula von der Halm', 'Ursula von der Halm'],
    ['Ministry of Ferries', 'Ministry of Ferries'],
    ['The Associated Press', 'The Associated Press'],
    ['田中 太郎', '田中 太郎'],
    ['Von Ines Halm, dpa', 'Ines Halm'],
    ['Par Inès Orr', 'Inès Orr'],
    ['Von Orr', 'Von Orr'],
    ['Ines Halm. Norbeck International', 'Ines Halm'],
    ['Ines Halm, The Ferry Database', 'Ines Halm'],
    ['The Rev. Ines Halm and Piet Orr', 'The Rev. Ines Halm, Piet Orr'],
    ['Norbeck International', 'Norbeck International'],
    ['Associated Press in Ostry', 'Associated Press'],
  ])('%j names %j', (text, names) => {
    expect(readByline(text, 'The Norbeck Post')).toBe(names);
  });

  it.each([
    ['the publisher', 'the norbeck post'],
    ['a login', 'wp_user1'],
    ['an administrator', 'admin'],
    ['a server', 'cms-prod-01.post.example'],
    ['an address', 'https://post.example/author/ines'],
    ['a title without a name', 'Staff Writer'],
    ['a link to other articles', 'View all posts'],
    ['a link to articles of somebody', 'More from Ines Halm'],
    ['a telephone and a request run together', '1-888-555-0100help@post.examplePlease contact us'],
    ['nothing', ' '],
  ])('names nobody: %s', (_, text) => {
    expect(readByline(text, 'The Norbeck Post')).toBeUndefined();
  });
});
