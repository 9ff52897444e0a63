/** The package brings no types of its own. */
declare module 'sentencex' {
  /** The sentences of a text with the white space behind them: joined, they are the text again. */
  export function segment(language: string, text: string): string[];
}
