/** Letters that Unicode does not take apart into a plain letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, control characters too.
const PLAIN = /^[\x00-\x7f]*$/;

/**
 * Lower case without accents, ligatures or width: `Kyïv` and `kyiv`, `ﬁre` and `fire` are one word.
 * Facts and questions go through the same folding. The result can be longer than the text.
 */
export function fold(text: string): string {
  // Most texts hold plain letters only.
  if (PLAIN.test(text)) return text.toLowerCase();
  return (
    text
      // Thousands of marks on one letter would be put in order first, which takes the square of their number.
      .replace(/\p{M}+/gu, '')
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[ßæœøđðþłı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
  );
}
