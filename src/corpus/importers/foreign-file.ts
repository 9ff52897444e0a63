import { type Imported, noArticle, problemAt } from './importer.ts';

/** What a file seems to be that is not read, and what to do instead. */
export interface ForeignFile {
  /** As in "the file seems to be …". */
  readonly seems: string;
  readonly mend: string;
  /** For what comes along with articles and is no fault: `picture`, `audio` or `video`. */
  readonly media?: string;
}

interface Signature extends ForeignFile {
  /** Of the first bytes, each as one character, and control characters as their pictures: `␁` for SOH. */
  readonly begins: RegExp;
  /** Of the name, where the bytes alone do not tell. */
  readonly named?: RegExp;
}

const SAVE_AS = 'Open it, save it as .docx or plain text, and import that';
const UNPACK = 'Unpack it first';
const WIRE =
  'Ask the agency for NewsML-G2, NITF or ninjs, or copy the story without its notes into a text file';
const SHEET = 'Save it as “CSV UTF-8” and import that';
const LEAVE = 'Leave it out';

/** The first kilobytes tell; nobody begins a file with more than that before it says what it is. */
const LOOKED_AT = 4096;

const SIGNATURES: readonly Signature[] = [
  {
    seems: 'a PDF',
    mend: 'Export the text as .docx, HTML or plain text, and import that',
    begins: /^\s*%PDF-/,
  },
  { seems: 'an Outlook message', mend: SAVE_AS, begins: /^\xd0\xcf␑\xe0/, named: /\.(?:msg|oft)$/i },
  { seems: 'an old Excel workbook', mend: SHEET, begins: /^\xd0\xcf␑\xe0/, named: /\.xl\w$/i },
  {
    seems: 'a Word document that is locked with a password',
    mend: 'Save it without the password',
    begins: /^\xd0\xcf␑\xe0/,
    named: /\.docx$/i,
  },
  { seems: 'an old Word document (.doc)', mend: SAVE_AS, begins: /^\xd0\xcf␑\xe0/ },
  { seems: 'a Rich Text document (RTF)', mend: SAVE_AS, begins: /^\s*\{\\rtf/ },
  { seems: 'a WordPerfect document', mend: SAVE_AS, begins: /^\xffWPC/ },
  { seems: 'a PostScript file', mend: SAVE_AS, begins: /^%!PS/ },
  { seems: 'a package (gzip)', mend: 'Give it a name that ends in .gz', begins: /^␟\x8b/ },
  { seems: 'a package (7z, RAR, xz or bzip2)', mend: UNPACK, begins: /^(?:7z\xbc\xaf|Rar!|\xfd7zXZ|BZh\d)/ },
  { seems: 'a database (SQLite)', mend: SHEET, begins: /^SQLite format 3␀/ },
  { seems: 'a property list of a Mac', mend: LEAVE, begins: /^bplist0/ },
  { seems: 'a picture', media: 'picture', mend: LEAVE, begins: /^(?:\xff\xd8\xff|\x89PNG|GIF8[79]a|8BPS)/ },
  { seems: 'a picture', media: 'picture', mend: LEAVE, begins: /^(?:II\*␀|MM␀\*|RIFF[\s\S]{4}WEBP)/ },
  {
    seems: 'sound',
    media: 'audio',
    mend: LEAVE,
    begins: /^(?:ID3[␂-␄]|OggS|fLaC|RIFF[\s\S]{4}WAVE)/,
  },
  { seems: 'a film', media: 'video', mend: LEAVE, begins: /^(?:[\s\S]{4}ftyp|␚E\xdf\xa3)/ },
  { seems: 'an agency dispatch in ANPA 1312', mend: WIRE, begins: /^\s*␖+␁/ },
  {
    seems: 'an agency dispatch in ANPA 1312',
    mend: WIRE,
    // "a 1234" and "r z  BC-Harbour 1stLd-Writethru 02-20 0500"
    begins:
      /^\s*(?:[a-z]{0,2}\d{4}\S{0,20}[ \t]*\r?\n)?[a-z] [a-z]\s{0,4}␑?\s{0,4}(?:BC|AM|PM)-[^\n]{1,80}\d\d-\d\d +\d{4}/,
  },
  { seems: 'an agency dispatch in IPTC 7901', mend: WIRE, begins: /^\s*␁/ },
  {
    seems: 'an agency dispatch in IPTC 7901',
    mend: WIRE,
    // Service and number, priority, category, count of words: "abc0124 3 pl 93 agency 1888"
    begins: /^\s*[a-z]{2,4}\d{3,5} \d [a-z]{1,3} \d{1,5}(?:[ \t][^\n]{0,80})?\r?\n/i,
  },
  { seems: 'an agency dispatch for teleprinters', mend: WIRE, begins: /^\s*ZCZC\b/ },
];

const CONTROL = /(?![\t\n\r\x7f-\x9f])\p{Cc}/gu;

/** Lines that mails and their likes begin with. */
const MAIL_LINE =
  /^(?:from|to|cc|subject|date|sent|reply-to|received|return-path|message-id|mime-version|delivered-to|content-type):/i;
const MAILBOX = /^From \S+ .*\d{4}\s*$/;
const MAIL: ForeignFile = {
  seems: 'a mail, or a page saved as one',
  mend: 'Copy the article out of it into a text file or .docx, and import that',
};

/** What a file is that is known and not read, by its first bytes, whatever its name says; undefined for others. */
export function recogniseForeign(name: string, bytes: Buffer): ForeignFile | undefined {
  const start = bytes
    .toString('latin1', 0, LOOKED_AT)
    .replace(/^\xef\xbb\xbf/, '')
    .replace(CONTROL, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)));
  const found = SIGNATURES.find(({ begins, named }) => begins.test(start) && (named?.test(name) ?? true));
  return found ?? (isMail(start) ? MAIL : undefined);
}

function isMail(start: string): boolean {
  const [head = ''] = start.trimStart().split(/\r?\n[ \t]*\r?\n/, 1);
  const [first = '', ...others] = head.split(/\r?\n/);
  if (MAILBOX.test(first)) return true;
  const isHeadLine = /^[A-Za-z][\w-]*:/.test(first);
  return isHeadLine && [first, ...others].filter((line) => MAIL_LINE.test(line)).length >= 2;
}

/** What is told of such a file. What comes along with articles is no fault. */
export function refuseForeign({ seems, mend, media }: ForeignFile): Imported {
  if (media) return noArticle(media);
  return problemAt(1, `the file seems to be ${seems}, which is not read`, mend);
}
