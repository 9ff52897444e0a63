import { holdsField, isNotice, isStamped, LONGEST_READ, mayTakeBack } from './taking-back.ts';

/** A head's fields of the source. Such a line is about the source, whatever words its value holds. */
const OF_SOURCE = /^\s*(?:title|publisher|published|url|accessed|topics|review by)\s*:/i;
/** Those of a date, which no words belong to. */
const OF_DAY = /^\s*(?:published|accessed|review by)\s*:/i;
const COMMENT = /^\s*#/;

/**
 * The lines of the head, from 1, that may have been written to take back all of the sheet, whether they are read or
 * not.
 */
export function linesTakingBack(head: string): readonly number[] {
  if (head.length > LONGEST_READ) return [1];
  return head.split('\n').flatMap((line, at) => (seemsToTakeBack(line) ? [at + 1] : []));
}

function seemsToTakeBack(line: string): boolean {
  if (COMMENT.test(line)) return isNotice(line);
  if (!OF_SOURCE.test(line)) return mayTakeBack(line);
  if (OF_DAY.test(line)) return mayTakeBack(line.replace(OF_DAY, ''));
  const [value = '', ...comment] = line.split(/\s#/);
  const words = value.replace(OF_SOURCE, '');
  return holdsField(words) || isStamped(words) || mayTakeBack(comment.join(' '));
}
