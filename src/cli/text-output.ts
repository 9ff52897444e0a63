import { escapeText } from './escape-controls.ts';
import type { OutputStream } from './output-stream.ts';

/** Where a command writes: nothing that a file or a person wrote can control the terminal behind it. */
export interface TextOutput extends OutputStream {
  /** Writes text with its control characters escaped. */
  write(text: string): unknown;
  /**
   * Writes text with our own colours, or with a carriage return that goes back to the line's beginning. These pass, so
   * words of others must have gone through `escapeLine` or `escapeText` before.
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
    write: (text) => stream.write(escapeText(text)),
    writeStyled: (text) => stream.write(text.split(STYLES).map(showPlain).join('')),
  };
}

/** Splitting puts the styles at odd places. */
function showPlain(part: string, place: number): string {
  return place % 2 === 0 ? escapeText(part) : part;
}
