import type { OutputStream } from './terminal.ts';
import { visibleText } from './visible-text.ts';

/** Where a command writes: nothing that a file or a person wrote can steer the terminal behind it. */
export interface TextOutput extends OutputStream {
  /** Writes text; whatever in it could steer the terminal is shown in its place. */
  write(text: string): unknown;
  /**
   * Writes text with colours of ours in it, or with a carriage return that goes back to the line's beginning. These
   * pass, so words of others must have gone through `visibleLine` or `visibleText` before.
   */
  writeStyled(text: string): unknown;
}

/** What `picocolors` writes, and the carriage return. Between the parts stands what is plain text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what colours begin with
const STYLES = /(\u001b\[\d{1,2}m|\r)/;

/** Gives a stream's output as commands have it. */
export function guardOutput(stream: OutputStream): TextOutput {
  return {
    get isTTY() {
      return stream.isTTY === true;
    },
    // The person may widen the window meanwhile.
    get columns() {
      return stream.columns;
    },
    write: (text) => stream.write(visibleText(text)),
    writeStyled: (text) => stream.write(text.split(STYLES).map(showPlain).join('')),
  };
}

/** Splitting puts the styles at odd places. */
function showPlain(part: string, place: number): string {
  return place % 2 === 0 ? visibleText(part) : part;
}
