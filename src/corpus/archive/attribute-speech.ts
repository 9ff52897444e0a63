import { findPronoun, findSignature, findSpeaker, findTeller } from './find-speaker.ts';
import { LastPerson } from './last-person.ts';
import { type CutParagraph, readUtterances, type Utterance } from './read-utterances.ts';

/** Whose words a sentence is: those of who wrote the article, of somebody it names, or of somebody it quotes. */
export type Voice =
  | { readonly kind: 'writer' }
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'unknown speaker' };

const WRITER: Voice = { kind: 'writer' };
const UNKNOWN: Voice = { kind: 'unknown speaker' };

/**
 * For each sentence of each paragraph whose words it is. Speech that names nobody is somebody's only where the
 * sentences around leave no choice: it goes on right behind who just spoke, or "he said" follows the one person who
 * was named. Where two may have said it, the speaker is unknown.
 */
export function attributeSpeech(
  text: string,
  paragraphs: readonly CutParagraph[],
): readonly (readonly Voice[])[] {
  const utterances = readUtterances(text, paragraphs);
  const voices: Voice[] = [];
  const lastPerson = new LastPerson();
  for (const [at, utterance] of utterances.entries()) {
    const before = { utterance: utterances[at - 1], voice: voices[at - 1] ?? WRITER };
    const voice = findVoice(utterance, before, lastPerson);
    voices.push(voice);
    if (voice.kind === 'speaker') nameEarlier(utterances, voices, voice);
  }
  nameBySignature(utterances, voices);
  let next = 0;
  return paragraphs.map(({ sentences }) => sentences.map(() => voices[next++] ?? WRITER));
}

/** What was heard before, if anything. */
interface Heard {
  readonly utterance: Utterance | undefined;
  readonly voice: Voice;
}

function findVoice(utterance: Utterance, before: Heard, lastPerson: LastPerson): Voice {
  const { words, quoted, unquoted, paragraph, isList } = utterance;
  if (isList) {
    lastPerson.forget();
    return quoted > unquoted ? UNKNOWN : WRITER;
  }
  if (quoted === 0) {
    lastPerson.wasTold(words, paragraph);
    return WRITER;
  }
  const pronoun = findPronoun(words);
  const name = findSpeaker(words) ?? (pronoun && lastPerson.meantBy(pronoun, paragraph));
  if (name !== undefined) {
    lastPerson.spoke(name, paragraph, pronoun);
    return { kind: 'speaker', name };
  }
  if (unquoted === 0 || (utterance.isContinued && quoted > unquoted)) {
    const voice = voiceOfBareSpeech(utterance, before);
    if (voice.kind === 'speaker') lastPerson.spoke(voice.name, paragraph);
    return voice;
  }
  lastPerson.forget();
  return quoted >= unquoted ? UNKNOWN : WRITER;
}

/** Of words that are nothing but speech: whoever spoke, or was said to say something, right before. */
function voiceOfBareSpeech(
  { paragraph, isContinued }: Utterance,
  { utterance: before, voice }: Heard,
): Voice {
  if (!before) return UNKNOWN;
  const isBeside = before.paragraph === paragraph;
  if (isContinued || (isBeside && voice.kind === 'speaker')) return voice.kind === 'writer' ? UNKNOWN : voice;
  const introduces = (isBeside || before.words.endsWith(':')) && voice.kind === 'writer';
  const name = introduces ? findTeller(before.words) : undefined;
  return name === undefined ? UNKNOWN : { kind: 'speaker', name };
}

/** A quotation whose speaker is named at its end is that speaker's from its beginning. */
function nameEarlier(utterances: readonly Utterance[], voices: Voice[], voice: Voice): void {
  for (let at = voices.length - 1; at > 0 && utterances[at]?.isContinued; at--) {
    if (voices[at - 1]?.kind !== 'unknown speaker') return;
    voices[at - 1] = voice;
  }
}

/** The name may stand on a line of its own below the words. */
function nameBySignature(utterances: readonly Utterance[], voices: Voice[]): void {
  for (const [at, { words, quoted }] of utterances.entries()) {
    if (quoted > 0 || voices[at - 1]?.kind !== 'unknown speaker') continue;
    const name = findSignature(words);
    if (name !== undefined) voices[at - 1] = { kind: 'speaker', name };
  }
}
