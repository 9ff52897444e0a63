import type { Range } from '../../search/index.ts';
import { escapedLength } from './inline-text.ts';

/** A slice's room in a rich_text block, and once escaped in the fallback text of a message. */
export interface Room {
  readonly shown: number;
  readonly escaped: number;
}

/**
 * Cuts a text into ranges that fit, after a blank where there is one and never inside a character.
 * Joined again the ranges are the whole text.
 */
export function sliceText(text: string, room: Room): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = farthestEnd(text, start, room);
    const end = limit === text.length ? limit : endAtBlank(text, start, limit);
    ranges.push([start, end]);
    start = end;
  }
  return ranges;
}

function farthestEnd(text: string, start: number, room: Room): number {
  let end = start;
  let escaped = 0;
  for (const character of text.slice(start, start + room.shown + 1)) {
    escaped += escapedLength(character);
    if (escaped > room.escaped || end + character.length - start > room.shown) break;
    end += character.length;
  }
  return end;
}

function endAtBlank(text: string, start: number, limit: number): number {
  const blank = text.slice(start, limit).search(/\s\S*$/);
  // A blank in the first half would make many short pieces of a text that has hardly any.
  return blank > (limit - start) / 2 ? start + blank + 1 : limit;
}
