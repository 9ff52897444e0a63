import { cleanLine, cleanText } from './clean-text.ts';
import { MONTHS } from './moments/month-names.ts';

const MONTH = String.raw`(?:${MONTHS.join('|')})[a-z]{0,6}\.?`;

/** What stands in bylines and is no name: taken out wherever it is, and parts what stands beside it. */
const NO_NAMES: readonly RegExp[] = [
  /<[^<>]{0,100}>/g,
  /\b[a-z][a-z+.-]{1,10}:\/\/\S+/gi,
  /\bwww\.\S+/gi,
  /[\p{L}\d._%+-]{1,60}@[\p{L}\d.-]{1,80}\.[a-z]{2,24}(?![a-z])/giu,
  /(?<![\p{L}\d])@[\p{L}\d_]{1,40}/gu,
  // Dates and times, with the words that introduce them.
  /\b(?:first )?(?:published|updated|posted|last (?:updated|modified))\b(?!\s*by\b)(?:\s*(?:on|at))?:?/gi,
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/gi,
  new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \d{4})?`, 'gi'),
  new RegExp(String.raw`\b${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?`, 'gi'),
  /\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:T[\d:.+Z-]{4,20})?/g,
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:UTC|[A-Z]{2,4}))?(?!\p{L})/giu,
  /\b\d+ ?min(?:ute)?s?(?: read)?\b/gi,
  // Telephone numbers.
  /(?:\b(?:tel|phone|fax|mobile|cell)\b\.?:?\s*)?\+?\(?\d[\d ()./-]{5,24}\d/gi,
];

/** What says that names follow. */
const INTRODUCTION = new RegExp(
  [
    '^(?:(?:posted|written|reported|published|story|words|text|article|analysis|opinion|report)\\s+)?by\\b:?\\s*',
    '^(?:authors?|writers?|words|text|story|from)\\s*:\\s*',
  ].join('|'),
  'i',
);
/** "By" in other languages; before one word alone it may be a first name. */
const FOREIGN_BY = /^(?:Von|Par|Por|Door|Di|Av|Af) (?=\p{Lu}\S* \p{L})/u;

/** Apart stand several persons, a person and a title, a title and a house. */
const SEPARATOR = /[,;|·•/\n]| (?:and|&|with|–|—|-) |(?<= \p{Lu}\p{L}{0,40}\p{Ll}{3})\. (?=\p{Lu})/iu;
/** "Ada Voss in Halm": a name, and where its owner was. */
const WHERE = /(?<= \S{1,40}) (?:in|from) (?:the )?(?=\p{Lu})/u;
/** "Ada Voss for Nordwire", "Ada Voss of the Courier": a name and a house, when it is one. */
const FOR = / (?:for|at|of) /;
/** "Orr, Jr." */
const SUFFIX = /,\s*(?=(?:Jr|Sr|II|III|IV)\b)/g;
/** Where words ran together that stood apart in the markup: "Ada VossStaff Writer", "ADA VOSSNordwire". */
const RUN_TOGETHER =
  /(?<=\s\S{0,40}(?:\p{Lu}{2}|\p{Ll}{2}))(?<!\s(?:Mac|Fitz|Van|Von|Des|Del))(?=\p{Lu}\p{Ll})/u;

const JOB = new RegExp(
  `\\b(?:${[
    'writers?|reporters?|editors?|correspondents?|staff|bureau|chief|columnists?|producers?|photographers?',
    'contributors?|journalists?|newsroom|news ?desk|admin(?:istrator)?|webmaster|author|services?|agency|agencies',
    'analyst|critic|intern|freelancer?|special to|contributing|senior|associate|deputy|managing',
  ].join('|')})\\b`,
  'i',
);

/** Houses that send their articles to others: dropped where a person is named. */
const AGENCY = new RegExp(
  `^(?:the )?(?:${[
    'AP|Associated Press|Reuters|Thomson Reuters|AFP|Agence France-Presse|PA(?: Media)?|Press Association|dpa|UPI',
    'Bloomberg(?: News)?|Xinhua|TASS|ANSA|EFE|Kyodo(?: News)?|PTI|ANI|AAP|IANS|ANP|APA|Belga|Ritzau|NTB|STT',
    'Canadian Press',
  ].join('|')})$`,
  'i',
);
/** Houses that are known by their names: dropped where a person is named, too. */
const HOUSE = new RegExp(
  '^The (?!(?:Rev|Hon|Very|Right|Most|Lord|Lady|Duke)\\b)|' +
    '\\s(?:International|News|Media|Network|Database|Online|Magazine|Newspapers?|Radio|Television|TV|Broadcasting' +
    '|Tribune|Gazette|University|Institute)$',
);

/** Logins, hosts, numbers, requests, and what leads to the other articles of somebody. */
const MACHINE = new RegExp(
  String.raw`[\d_\\/:@#]|^[\p{Ll}\s.-]+$|\S\.\p{Ll}|^(?:[Pp]lease|[Cc]lick|[Ff]ollow) ` +
    '|^(?:[Vv]iew|[Ss]ee|[Ss]how|[Rr]ead|[Mm]ore|[Aa]ll) ' +
    String.raw`(?:all|more|posts?|articles?|stories|from|by|profile|bio)\b`,
  'u',
);

/** Longer bylines are biographies. */
const LONGEST = 1_000;

/**
 * The persons of a byline, apart by commas: without "By", dates, times, telephone numbers, addresses, job titles,
 * agencies, doubles, and the publisher, which is told beside them. An agency stays when no person is named. Undefined
 * when nobody is left.
 */
export function readByline(text: string, publisher = ''): string | undefined {
  const words = cleanText(text).slice(0, LONGEST).replace(SUFFIX, ' ');
  const kept = NO_NAMES.reduce((rest, pattern) => rest.replace(pattern, '\n'), words);
  const parts = kept.split(SEPARATOR).flatMap((part) => part.split(RUN_TOGETHER));
  const names = parts
    .map((part) => nameIn(part, publisher))
    .filter((name) => name !== '' && plain(name) !== plain(publisher));
  const persons = names.filter((name) => !AGENCY.test(name) && !HOUSE.test(name));
  const distinct = new Map((persons.length > 0 ? persons : names).map((name) => [plain(name), name]));
  return [...distinct.values()].join(', ') || undefined;
}

/** Empty for what is no name. */
function nameIn(part: string, publisher: string): string {
  const [person = ''] = cleanLine(part).replace(INTRODUCTION, '').replace(FOREIGN_BY, '').split(WHERE, 1);
  // From the first letter to the last: separators leave brackets and dashes behind.
  const words = /^.*[\p{L}.]/su.exec(person.replace(/^[^\p{L}]+/u, ''))?.[0] ?? '';
  const [first = '', house = ''] = words.split(FOR, 2);
  const name = house !== '' && (AGENCY.test(house) || plain(house) === plain(publisher)) ? first : words;
  return !/\p{L}{2}/u.test(name) || JOB.test(name) || MACHINE.test(name) ? '' : withoutCapitals(name);
}

/** "ADA VOSS" is Ada Voss; "AP" stays, and so do "J.R." and "III". */
function withoutCapitals(name: string): string {
  if (name !== name.toUpperCase() || !name.includes(' ')) return name;
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+/gu, (word) =>
    /^(?:II|III|IV)$/.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
