import { readFollowUp } from './follow-up.ts';
import { asksByItself, partJoined } from './part-joined.ts';
import { readReplyQuestion } from './reply-question.ts';
import { readSmallTalk } from './small-talk.ts';

/** The mark of a point in a list: `1.`, `2)`, `a)`, `-`, `•`. */
const POINT = /^\s*(?:\(?(?:\d{1,2}|[a-h])[.)]|[-•*–])\s+/;
/** The blanks behind the mark that ends a sentence. */
const BEHIND_SENTENCE = /(?<=[.!?]["”’)]?)\s+|(?<=[\p{L}\d]{2}\?)(?=\p{L}{2})/u;
/** Where the next point of a list begins that was typed in one line: "1) Who signed? 2) Who left?" */
const NEXT_POINT = /(?<=[?.!])\s+(?=\(?(?:\d{1,2}|[a-h])[.)]\s)/;
const GREETING = /^([^,:.!?\n]{1,40})[,:]\s+/;
/** People who are to read it, once their names are taken out. */
const COPY_TO = /(?<!\s)\s+\/?cc:?$/i;

/**
 * The questions in a message, in order: points of a list, sentences that each ask something with a verb to ask it ("and
 * how many were cleared?"), and what `and` joins. What else leans on the one before it ("and since when?") stays with
 * it, and so does what is said beside it; greetings and thanks around them go.
 *
 * @returns at least one, which may be all of the words
 */
export function splitQuestions(words: string, botName: string): readonly string[] {
  const lines = words
    .replace(COPY_TO, '')
    .split('\n')
    .flatMap((line) => (POINT.test(line) ? line.split(NEXT_POINT) : [line]));
  const points = lines.filter((line) => POINT.test(line));
  // A line that leads to the points is no question of its own.
  const asked = points.length > 1 ? lines.slice(lines.findIndex((line) => POINT.test(line))) : lines;
  const questions: string[] = [];
  for (const line of asked) {
    const isPoint = POINT.test(line);
    for (const [index, sentence] of sentencesOf(line.replace(POINT, ''), botName).entries()) {
      const last = questions.at(-1);
      const isNew = (isPoint && index === 0) || (standsAlone(sentence) && last?.includes('?'));
      if (last === undefined || isNew) questions.push(sentence);
      else questions[questions.length - 1] = `${last} ${sentence}`;
    }
  }
  return questions.length === 0 ? [words] : questions.flatMap(partJoined);
}

function standsAlone(sentence: string): boolean {
  if (readReplyQuestion(sentence) !== null) return true;
  return sentence.includes('?') && (!readFollowUp(sentence).leans || asksByItself(sentence));
}

/** The sentences of a line without small talk, those within one pair of quotation marks together. */
function sentencesOf(line: string, botName: string): readonly string[] {
  const sentences: string[] = [];
  for (const piece of line.split(BEHIND_SENTENCE)) {
    const last = sentences.at(-1);
    const isWithinQuotation = last !== undefined && last.split('"').length % 2 === 0;
    if (isWithinQuotation) sentences[sentences.length - 1] = `${last} ${piece}`;
    else if (piece.trim() !== '') sentences.push(piece);
  }
  return sentences
    .map((sentence) => withoutGreeting(sentence.trim(), botName))
    .filter((sentence, index, all) => {
      const isName = /^no\.$/i.test(sentence) && /^\d/.test(all[index + 1] ?? '');
      return isName || readSmallTalk(sentence, botName) === null;
    });
}

/** The sentence behind whatever greets the bot or calls it by name. */
function withoutGreeting(sentence: string, botName: string): string {
  let rest = sentence;
  for (let length = greetingLength(rest, botName); length > 0; length = greetingLength(rest, botName))
    rest = rest.slice(length);
  return rest;
}

/** How many characters greet the bot at the beginning of a sentence. */
function greetingLength(sentence: string, botName: string): number {
  const handle = `@${botName} `;
  if (sentence.slice(0, handle.length).toLowerCase() === handle.toLowerCase()) return handle.length;
  const greeting = GREETING.exec(sentence);
  if (greeting?.[1] === undefined) return 0;
  const isGreeting = readSmallTalk(greeting[1], botName) !== null || sameName(greeting[1], botName);
  return isGreeting ? greeting[0].length : 0;
}

function sameName(words: string, name: string): boolean {
  return words.replace('@', '').trim().toLowerCase() === name.toLowerCase();
}
