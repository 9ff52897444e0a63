import type { Doubt } from './doubt.ts';
import { holdsField, isNotice, LONGEST_READ, MEND_SHEET, mayTakeBack } from './taking-back.ts';

/** A head's fields of the source. Such a line is about the source, whatever words its value holds. */
const OF_SOURCE = /^\s*(?:title|publisher|published|url|accessed|topics)\s*:/i;
const COMMENT = /^\s*#/;

/** Comments in the head that seem to take the sheet back. */
export function doubtsOfHead(head: string): readonly Doubt[] {
  const what = 'a comment seems to take the sheet back, which it cannot';
  return head
    .split('\n')
    .flatMap((line, at) =>
      COMMENT.test(line) && isNotice(line) ? [{ line: at + 1, what, mend: MEND_SHEET }] : [],
    );
}

/** Whether something in the head, read or not, may have been written to take back all of the sheet. */
export function headMayTakeBack(head: string): boolean {
  return (
    head.length > LONGEST_READ ||
    head.split('\n').some((line) => {
      if (COMMENT.test(line)) return isNotice(line);
      if (!OF_SOURCE.test(line)) return mayTakeBack(line);
      const [value = '', ...comment] = line.split(/\s#/);
      return holdsField(value.replace(OF_SOURCE, '')) || mayTakeBack(comment.join(' '));
    })
  );
}
