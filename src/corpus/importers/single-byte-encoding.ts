import iconv from 'iconv-lite';

/** Encodings in which each byte is a letter: of Windows in the west, of old Macs, of Windows in central Europe. */
const CANDIDATES = ['windows-1252', 'Mac Roman', 'windows-1250'];

/** As much as shows how a text uses its letters. */
const LOOKED_AT = 64 * 1024;

/** Letters and signs beyond ASCII where writers put them. */
const SOUND: readonly RegExp[] = [
  // it’s, “word, word”, 2019 – 2021
  /(?<=[\p{L}\d])’(?=\p{L})/gu,
  /(?<![\p{L}\d])[“‘„«](?=[\p{L}\d])/gu,
  /(?<=[\p{L}\d.,!?])[”’»“](?![\p{L}\d])/gu,
  /(?<=[ \d])[–—](?=[ \d])/gu,
  // café, élan, Élan
  /(?<=\p{L})(?!\p{ASCII})\p{Ll}/gu,
  /(?<!\p{L})(?!\p{ASCII})\p{L}(?=\p{Ll})/gu,
  // £40, 5 €, 30°
  /[£€¥](?=\d)|(?<=\d ?)[€°]|[•…©®™]/gu,
];

/** Letters and signs where nobody puts them: a capital after a small letter, a letter alone, a sign inside a word. */
const UNSOUND: readonly RegExp[] = [
  /(?<=\p{Ll})(?!\p{ASCII})\p{Lu}/gu,
  /(?<![\p{L}\p{M}])(?!\p{ASCII})\p{L}(?![\p{L}\p{M}])/gu,
  /(?<=\p{L})(?!\p{ASCII})[^\p{L}\p{M}\p{N}\s’–—‑](?=\p{L})/gu,
  /(?<=\p{L})[¹²³](?=\p{L})|[£€¥](?=\p{L})/gu,
  /[\x80-\x9f\ufffd]/g,
];

/** The encoding of single bytes in which a text makes the most sense: one of those above, or the one named `likely`. */
export function guessSingleByte(bytes: Buffer, likely: string): string {
  const start = bytes.subarray(0, LOOKED_AT);
  const marks = [...CANDIDATES, likely].map((encoding) => ({
    encoding,
    mark: markOf(iconv.decode(start, encoding)),
  }));
  // The sort is stable: of equals the first counts.
  return marks.sort((a, b) => b.mark - a.mark)[0]?.encoding ?? likely;
}

function markOf(text: string): number {
  const count = (patterns: readonly RegExp[]) =>
    patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
  return count(SOUND) - 2 * count(UNSOUND);
}
