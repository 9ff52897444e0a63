/** A file that the app shared in a message. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Its bytes, read as UTF-8. */
  readonly text: string;
}

/** How many bytes a text of a file has. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
