import { detect } from 'chardet';
import iconv from 'iconv-lite';
import { guessSingleByte } from './single-byte-encoding.ts';

/** The text of some bytes, or why they are no text. */
export type Decoded =
  | {
      readonly text: string;
      /** The name of the encoding, where nothing but the letters tells it. */
      readonly guessed?: string;
    }
  | { readonly fault: string };

/** Above this share of control characters a file is a picture or a program. */
const MOST_CONTROLS = 0.01;

/**
 * Reads bytes as text: by their byte-order mark, by what they declare (XML declaration, HTML `charset`, or
 * `charset` of the transfer), as UTF-8 when they are sound UTF-8 or mostly so, and at last by guessing from their
 * letters.
 */
export function decodeText(bytes: Buffer, declared?: string): Decoded {
  const encoding =
    findByMark(bytes) ?? findByZeros(bytes) ?? findSound(bytes, declared ?? findDeclared(bytes));
  const mixed = encoding === undefined ? decodeMixed(bytes) : undefined;
  const guessed = encoding === undefined && mixed === undefined ? guess(bytes) : undefined;
  const text = mixed ?? iconv.decode(bytes, encoding ?? guessed ?? 'utf8');
  const sample = text.slice(0, 100_000);
  const controls = sample.match(/(?![\t\n\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (controls > MOST_CONTROLS * sample.length) return { fault: 'the file is not text' };
  return guessed ? { text, guessed } : { text };
}

/** Byte-order marks; that of UTF-32 begins as that of UTF-16. */
const MARKS: readonly (readonly [encoding: string, mark: string])[] = [
  ['utf32-le', 'fffe0000'],
  ['utf32-be', '0000feff'],
  ['utf8', 'efbbbf'],
  ['utf16-le', 'fffe'],
  ['utf16-be', 'feff'],
];

function findByMark(bytes: Buffer): string | undefined {
  const start = bytes.toString('hex', 0, 4);
  return MARKS.find(([, mark]) => start.startsWith(mark))?.[0];
}

/** Which bytes of four are zero: of UTF-32 in every script, of UTF-16 where most letters are those of ASCII. */
const ZEROS: Readonly<Record<string, string>> = {
  '0111': 'utf32-le',
  '0011': 'utf32-le',
  '1110': 'utf32-be',
  '1100': 'utf32-be',
  '0101': 'utf16-le',
  '1010': 'utf16-be',
};
/** Of the bytes of one place: a text in English has more letters of ASCII, however many quotation marks it holds. */
const SHARE = 0.3;

/** UTF-16 and UTF-32 without a mark. Their bytes are sound UTF-8, which would be full of zeros. */
function findByZeros(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4096);
  if (!start.includes(0)) return undefined;
  const isZero = [0, 1, 2, 3].map((place) => {
    const zeros = start.filter((byte, index) => byte === 0 && index % 4 === place).length;
    return zeros > (SHARE * start.length) / 4 ? '1' : '0';
  });
  return ZEROS[isZero.join('')];
}

function findDeclared(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 2048).toString('latin1');
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start);
  const html = /<meta\b[^<>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(start);
  return (xml ?? html)?.[1];
}

/** Files say UTF-8 that are not, and say nothing that are: sound UTF-8 is hardly ever anything else. */
function findSound(bytes: Buffer, declared: string | undefined): string | undefined {
  if (isUtf8(bytes)) return 'utf8';
  const named = declared?.replace(/^x-mac-roman$/i, 'macintosh');
  const isUsable = named !== undefined && !/^utf-?(?:8|16|32)$/i.test(named) && iconv.encodingExists(named);
  return isUsable ? asBrowsersRead(named) : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const MULTIBYTE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g;

/**
 * Pages and feeds are put together from pieces, and a piece of windows-1252 gets into UTF-8. Each letter is then read
 * for itself. Undefined unless more letters are UTF-8 than are not: by chance, few are.
 */
function decodeMixed(bytes: Buffer): string | undefined {
  const latin = bytes.toString('latin1');
  const others = latin.replace(MULTIBYTE, '').match(/[\x80-\xff]/g)?.length ?? 0;
  if ((latin.match(MULTIBYTE)?.length ?? 0) <= others) return undefined;
  const readOther = (piece: string) => iconv.decode(Buffer.from(piece, 'latin1'), 'windows-1252');
  const letters = [...latin.matchAll(MULTIBYTE)];
  const between = latin.split(MULTIBYTE).map(readOther);
  return between
    .map((piece, at) => piece + Buffer.from(letters[at]?.[0] ?? '', 'latin1').toString('utf8'))
    .join('');
}

/** What the statistics of letters say of texts in Latin letters, and of texts that are too short for them. */
const LATIN = /^(?:windows-125[0247]|iso-?8859-?(?:1|2|9|15)|ascii|utf-8)$/i;

function guess(bytes: Buffer): string {
  const found = detect(bytes.subarray(0, 64 * 1024)) ?? 'ascii';
  if (!iconv.encodingExists(found)) return 'windows-1252';
  const read = asBrowsersRead(found.replace(/^utf-8$/i, 'ascii'));
  return LATIN.test(found) ? guessSingleByte(bytes, read) : read;
}

/** Nobody means Latin 1 with its control characters: browsers read windows-1252 for it, and so does the web. */
function asBrowsersRead(encoding: string): string {
  return /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(encoding) ? 'windows-1252' : encoding;
}
