/**
 * The parts of a score, in the order in which they are kept and shown. Shares are of the weight of the question's words, 0 to 1,
 * each word counted as surely as what was met is what was meant.
 */
export const PART_NAMES = [
  /** BM25 of the passage's own words, in shares; 0 to about 1.9. */
  'text',
  /** Share that the passage's own words meet. */
  'textCoverage',
  /** The same with rare words counted twice over (by the squares of their shares). */
  'rareCoverage',
  /** 1 where the passage holds the weightiest word. */
  'rarest',
  /** Share met in the very form typed. */
  'wording',
  /** How near neighbours of the question stand in the passage, 0 to 1. */
  'nearness',
  /** 1 where the passage holds the noun that is asked for. */
  'focus',
  /** BM25 of title, topics, speaker and paragraph, in shares; 0 to about 1.9. */
  'surroundings',
  /** Share met in the passage, its surroundings or its known questions. */
  'coverage',
  /** Share that only the sentence before, and that only the one behind, meets. */
  'previous',
  'following',
  /** Likeness to the likest of the known questions, 0 to 1; how much it is the same question, and likeness to the second likest. */
  'askedAs',
  'sameQuestion',
  'secondAskedAs',
  /** Share that any line of the desk holds; share by how many of the known questions hold a word; likeness of what all speak of. */
  'knownWords',
  'knownOften',
  'knownMeaning',
  /** How well the fact is known by its questions, 0 to 1. */
  'known',
  /** How well the passage holds what is asked for, 0 to 2.8, see `ANSWER_SCALES`; and how near to a word of the question, 0 to 1. */
  'answer',
  'answerNear',
  /** Words that the question lacks, up to as many as an answer needs, 0 to 1. */
  'newWords',
  /** Logarithm of its length by that of an ordinary passage: below 0 for shorter ones, 5 for one of two thousand words. */
  'length',
  /** Of a sentence that stands alone: share among its first words; 1 where its verb stands close behind; share before its verb. */
  'subjectFirst',
  'subjectLinked',
  'saysOfSubject',
  /** 1 where it says something else than was asked, see `contradicts`. */
  'contradiction',
  /** Share of names met nowhere. */
  'missingNames',
  /** Share of the weightiest word that is missing. */
  'heaviestMissing',
  /** Share of words met nowhere, each counted alike. */
  'unmetWords',
  /** As far as the fact is known: 1 where something is asked for that none of its questions asks for. */
  'otherKind',
  /** Share that is met nowhere but has a word of the same field in the passage. */
  'akin',
  /** Cosine of what question and passage speak of, by word vectors, 0 to 1. */
  'meaning',
  /** Where somebody's own words are asked for and these are: the coverage. */
  'spokenBy',
  /** 1 where the passage is a question itself. */
  'asksItself',
] as const;

export type PartName = (typeof PART_NAMES)[number];
