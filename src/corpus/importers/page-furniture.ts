import { readByline } from './byline.ts';
import { isAboutWriter, isSignature } from './page-signature.ts';

/** Labels of buttons and headings of lists, in small letters and without signs: paragraphs, or points of lists. */
const LABELS = new Set(
  `ad|ads|advert|advertisement|advertising|annonse|anzeige|article continues below|
   article continues below advertisement|back to top|click to tweet|close|comment|comments|continue reading|
   copy link|download|email|email the author|facebook|follow|follow us|highlights|homepage|
   join the conversation|join us|keep reading|latest|learn more|listen|listen now|loading|loading content|
   log in|login|menu|more on this story|most popular|most read|newsletter|next|next page|no comments|
   open in app|opens new tab|play|play video|popular|previous|previous page|print|print article|
   promoted content|read full article|read more|read next|recommended|related|related articles|related stories|
   related story|save|save article|scroll down|search|see more|share|share article|share this article|
   share this story|show more|sign in|sign up|sign up for our newsletter|sign up for our newsletters|skip ad|
   skip advertisement|skip to content|skip to main content|sponsored|story continues|story continues below|
   story continues below advertisement|subscribe|subscribe now|tags|topics|trending|tweet|twitter|up next|
   view comments|view gallery|warning|watch|watch now|whatsapp`
    .split('|')
    .map((label) => label.trim()),
);
const LONGEST_LABEL = 40;
/** Paragraphs behind the text of an article where its writers are introduced. */
const INTRODUCED_IN = 4;

const PICTURE = '(?:image|photo|photograph|picture|pic|video|graphic|illustration)s?';
const PUT_UP = '(?:(?:first|last|originally) )?(?:published|updated|posted|modified|created)';
const AGENCY = '(?:getty(?: images)?|shutterstock|reuters|afp|ap|istock|alamy|epa)';
/** Paragraphs that say when and where a page was put up, and whose its pictures are. */
const FURNITURE: readonly RegExp[] = [
  /^https?:\/\/\S+$/i,
  /^(?:image|photo|picture|slide) \d{1,3} (?:of|\/) ?\/? ?\d{1,3}$/i,
  new RegExp(String.raw`^${PUT_UP}\b(?=.{0,100}\d)(?:[ap]\.m\.|[^.!?“”]){1,100}$`, 'i'),
  /^(?:\d{1,2}|an?) (?:seconds?|minutes?|hours?|days?|weeks?|months?) ago$/i,
  new RegExp(
    String.raw`[([](?:${PICTURE}(?: credits?)?|credits?)(?: ?:| by | courtesy | ©)[^()[\]]{1,100}[)\]]$`,
    'i',
  ),
  new RegExp(`^(?:${PICTURE}(?: credits?)?|credits?) ?(?::|©|courtesy of )[^.!?]{1,100}$`, 'i'),
  new RegExp(String.raw`(?:\||\/|©|\bvia) ?${AGENCY}(?: images?| photos?)?$`, 'i'),
  /^© ?\p{L}[^.!?]{1,80}$/u,
  /^\+{3}[\w-]{1,40}$/,
  /^(?:related|more|also|see also|read (?:more|also|next)) ?: .{1,200}[^.!]$/i,
  /^(?:first|originally) published (?:on|by|at|in) [^,!?“”]{1,80}$/i,
  /^to (?:view|watch|play|see) this video\b/i,
  /^(?:powered|sponsored|presented|brought to you) by [^.!?]{1,60}(?:\.com)?$/i,
  /^do you have a (?:story|tip|question)\b/i,
];

/** Names that a page shows beside its article. */
interface Names {
  readonly title?: string | undefined;
  readonly by?: string | undefined;
  readonly publisher?: string | undefined;
}

/** The text of a page without paragraphs that are no sentences of its article: labels, credits, title and names. */
export function withoutFurniture(text: string, { title = '', by = '', publisher = '' }: Names): string {
  const names = new Set([title, by, publisher].map(plainWords).filter((name) => name !== ''));
  // A title has no full stop: with one it is a sentence that the title repeats.
  const isName = (line: string) => !/[.!?]$/.test(line.trim()) && names.has(plainWords(line));
  const isKept = (line: string) =>
    !isName(line) && !isFurniture(line) && (line.startsWith('- ') || !isSignature(line, [by, publisher]));
  const paragraphs = text
    .split('\n\n')
    .filter((paragraph) => !isFurniture(paragraph.replaceAll('\n', ' ')))
    .flatMap((paragraph) => paragraph.split('\n').filter(isKept).join('\n') || []);
  const writers = readByline(by, publisher) ?? '';
  const isNote = (paragraph: string, at: number) =>
    at >= Math.max(1, paragraphs.length - INTRODUCED_IN) && isAboutWriter(paragraph, writers);
  return paragraphs.filter((paragraph, at) => !isNote(paragraph, at)).join('\n\n');
}

function isFurniture(line: string): boolean {
  const words = line.replace(/^- /, '').trim();
  if (words.length <= LONGEST_LABEL && LABELS.has(plainWords(words))) return true;
  return words.length <= 400 && FURNITURE.some((pattern) => pattern.test(words));
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
