import { type Document, isCollection, LineCounter, visit } from 'yaml';

/** A plain value of a YAML text that YAML reads otherwise than it stands there. */
export interface AlteredValue {
  /** Line in the text, from 1. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

/** The plain values of a YAML text that are cut at ` #`, as `Inquiry #7` is, or joined from several lines. */
export function findAlteredValues(document: Document, yaml: string): readonly AlteredValue[] {
  const lines = new LineCounter();
  for (const { index } of yaml.matchAll(/^/gm)) lines.addNewLine(index);
  const altered: AlteredValue[] = [];
  visit(document, {
    Scalar(key, { type, range, source }, path) {
      const isFlow = path.some((node) => isCollection(node) && node.flow === true);
      if (key === 'key' || type !== 'PLAIN' || !range || isFlow) return;
      const [start, end] = range;
      const [written = ''] = yaml.slice(start).split(/\r?\n/, 1);
      if (written.trim() === source) return;
      altered.push({ line: lines.linePos(start).line, ...describe(written.trim(), yaml.slice(start, end)) });
    },
  });
  return altered;
}

function describe(written: string, read: string): Pick<AlteredValue, 'what' | 'mend'> {
  if (read.includes('\n')) {
    const what = `YAML joins "${written}" with the lines below it`;
    return { what, mend: 'Write it on one line' };
  }
  const what = `YAML reads only "${read}" here: behind " #" it sees a comment`;
  return { what, mend: `Put the words into quotation marks: ${JSON.stringify(written)}` };
}
