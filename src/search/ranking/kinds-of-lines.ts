import { type AnswerType, readAnswerType } from '../question/answer-type.ts';
import type { IndexData } from '../store/index-data.ts';
import { lowerBound } from '../store/lower-bound.ts';
import { wordOfToken } from '../store/token-lists.ts';
import type { Look } from './look.ts';

/** What the known questions of a passage ask for. */
export type KindsOfLines = (ordinal: number) => ReadonlySet<AnswerType>;

/** Any question may ask for these in other words: they tell nothing of what a passage answers. */
const OPEN_KINDS: ReadonlySet<AnswerType> = new Set(['thing', 'yesNo', 'manner', 'definition', 'colour']);

/**
 * Whether something is asked for (a number, a person, a reason, ...) that no known question of a passage asks for. Of passages
 * without such questions nobody can tell.
 */
export function isOfOtherKind({ table, room, kindsOfLines }: Look, ordinal: number): boolean {
  const { type } = table.question.expected;
  return room.lines.count > 0 && !OPEN_KINDS.has(type) && !kindsOfLines(ordinal).has(kindOf(type));
}

/** Who asks in which year asks when. */
const kindOf = (type: AnswerType): AnswerType => (type === 'year' ? 'date' : type);

/** Reads what the lines of a passage ask for, and remembers it: the same facts are looked at again and again. */
export function readKindsOfLines({ lines, passageOfLine, lexicon }: IndexData): KindsOfLines {
  const known = new Map<number, ReadonlySet<AnswerType>>();
  const { starts, tokens } = lines.words;
  const typeOf = (line: number) =>
    readAnswerType(
      Array.from(tokens.subarray(starts[line], starts[line + 1]), (token) =>
        lexicon.wordOf(wordOfToken(token)),
      ),
    ).type;
  return (ordinal) => {
    const remembered = known.get(ordinal);
    if (remembered) return remembered;
    const kinds = new Set<AnswerType>();
    for (let line = lowerBound(passageOfLine, ordinal); passageOfLine[line] === ordinal; line++)
      kinds.add(kindOf(typeOf(line)));
    known.set(ordinal, kinds);
    return kinds;
  };
}
