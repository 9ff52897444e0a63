/** "— Ida Orr", "-- Ida Orr": who said it, on a line of its own. */
const CREDIT = /^(?:[—–―]|--?) ?(?=["“]?\p{Lu})/u;
/** The same behind the last sentence. */
const CREDIT_AT_END = /[.!?…]["”’]? [—–―] ?(?=\p{Lu}[^.!?]{1,120}$)/u;
/** Where the name ends: "Ida Orr (@orr) November 18, 2026". */
const AFTER_NAME =
  /[(@|\d]|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const MOST_WORDS = 10;
/** "[!warning]": a box of its writer's, and nobody's words. */
const CALLOUT = /^\s*\[![\w-]{1,30}\]/;

/**
 * The paragraphs of a block quote, each in quotation marks and with the name of who said it where the block has it at
 * its end: nobody shall take them for the words of the article's writer.
 */
export function writeBlockQuote(text: string): readonly string[] {
  if (CALLOUT.test(text)) return [];
  const paragraphs = text.split(/\n+/).map((line) => line.replace(/^- /, '').trim());
  const { said, speaker } = takeSpeaker(paragraphs.filter((paragraph) => paragraph !== ''));
  const credit = speaker ? ` — ${speaker}` : '';
  return said.map((paragraph) => `${inMarks(paragraph)}${credit}`);
}

function takeSpeaker(paragraphs: readonly string[]) {
  const last = paragraphs.at(-1) ?? '';
  const before = paragraphs.slice(0, -1);
  const line = CREDIT.exec(last);
  if (line && before.length > 0) {
    const speaker = nameIn(last.slice(line[0].length));
    if (speaker) return { said: before, speaker };
  }
  const end = CREDIT_AT_END.exec(last);
  const speaker = end && nameIn(last.slice(end.index + end[0].length));
  if (!end || !speaker) return { said: paragraphs, speaker: undefined };
  return { said: [...before, last.slice(0, end.index + end[0].search(/ [—–―]/)).trim()], speaker };
}

function nameIn(text: string): string | undefined {
  const [name = ''] = text.split(AFTER_NAME, 1);
  const clean = name.trim().replace(/ ?[,.;:–—-]$/, '');
  return clean !== '' && clean.split(' ').length <= MOST_WORDS ? clean : undefined;
}

/** What begins with a quotation mark is quoted already, to its end or up to who said it. */
function inMarks(paragraph: string): string {
  if (!/^["“]/.test(paragraph)) return `“${paragraph}”`;
  return /["”]/.test(paragraph.slice(1)) ? paragraph : `${paragraph}”`;
}
