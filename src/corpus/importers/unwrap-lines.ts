/** Teletypes and mail broke lines at 60 to 80 letters; a paragraph on one line is mostly longer. */
const LONGEST_BROKEN_LINE = 100;

/** An item of a list begins its own line. */
const BULLET = /^[ \t]*(?:[-*•‣▪–]|\d{1,3}[.)])[ \t]/;

/** Joins the lines of paragraphs that were broken at a column. Points of lists keep their lines. */
export function unwrapLines(text: string): string {
  return text
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => (isBroken(paragraph) ? join(paragraph) : paragraph))
    .join('\n\n');
}

/** Whether most lines stop where no sentence does. */
function isBroken(paragraph: string): boolean {
  const lines = paragraph.split('\n').map((line) => line.trimEnd());
  const inner = lines.slice(0, -1).filter((line) => !BULLET.test(line));
  if (inner.length === 0 || lines.some((line) => line.length > LONGEST_BROKEN_LINE)) return false;
  return inner.filter((line) => !/[.!?:;”"]$/.test(line)).length * 2 > inner.length;
}

function join(paragraph: string): string {
  const [first = '', ...others] = paragraph.split('\n');
  return others.reduce((text, line) => `${text}${BULLET.test(line) ? '\n' : ' '}${line.trim()}`, first);
}
