import { detect } from 'chardet';
import iconv from 'iconv-lite';

/** The text of some bytes, or why they are no text. */
export type Decoded = { readonly text: string } | { readonly fault: string };

/** Above this share of control characters a file is a picture or a program. */
const MOST_CONTROLS = 0.01;

/**
 * Reads bytes as text: by their byte-order mark, by what they declare (XML declaration, HTML `charset`, or
 * `charset` of the transfer), as UTF-8 when they are sound UTF-8 or mostly so, and at last by guessing from their
 * letters.
 */
export function decodeText(bytes: Buffer, declared?: string): Decoded {
  const encoding = findByMark(bytes) ?? findSound(bytes, declared ?? findDeclared(bytes));
  const text = encoding
    ? iconv.decode(bytes, encoding)
    : (decodeMixed(bytes) ?? iconv.decode(bytes, guess(bytes)));
  const sample = text.slice(0, 100_000);
  const controls = sample.match(/(?![\t\n\f\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return controls > MOST_CONTROLS * sample.length ? { fault: 'the file is not text' } : { text };
}

function findByMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16-le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16-be';
  return undefined;
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
  const isUsable =
    declared !== undefined && !/^utf-?(?:8|16|32)$/i.test(declared) && iconv.encodingExists(declared);
  return isUsable ? asBrowsersRead(declared) : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark is sound UTF-8 with a NUL in every other place.
    return bytes.subarray(0, 1000).filter((byte) => byte === 0).length < 100;
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

function guess(bytes: Buffer): string {
  const start = bytes.subarray(0, 64 * 1024);
  const zeros = [0, 1].map((side) => start.filter((byte, index) => byte === 0 && index % 2 === side).length);
  if ((zeros[1] ?? 0) > start.length / 4) return 'utf16-le';
  if ((zeros[0] ?? 0) > start.length / 4) return 'utf16-be';
  const found = detect(start);
  return found && iconv.encodingExists(found) ? asBrowsersRead(found) : 'windows-1252';
}

/** Nobody means Latin 1 with its control characters: browsers read windows-1252 for it, and so does the web. */
function asBrowsersRead(encoding: string): string {
  return /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(encoding) ? 'windows-1252' : encoding;
}
