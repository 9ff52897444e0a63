import { type AnswerType, readAnswerType } from '../question/answer-type.ts';
import type { IndexData } from '../store/index-data.ts';
import { lowerBound } from '../store/lower-bound.ts';
import { wordOfToken } from '../store/token-lists.ts';

/** What the known questions of a passage ask for. */
export type KindsOfLines = (ordinal: number) => ReadonlySet<AnswerType>;

/** Reads what the lines of a passage ask for, and remembers it: the same facts are looked at again and again. */
export function readKindsOfLines({ lines, passageOfLine, lexicon }: IndexData): KindsOfLines {
  const known = new Map<number, ReadonlySet<AnswerType>>();
  const { starts, tokens } = lines.words;
  const kindOf = (line: number) =>
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
      kinds.add(kindOf(line));
    known.set(ordinal, kinds);
    return kinds;
  };
}
