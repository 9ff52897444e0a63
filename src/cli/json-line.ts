import { visibleJson } from './visible-text.ts';

/** A value as one line of JSON, with its line end. Nothing in it can steer a terminal, and it says the same. */
export function jsonLine(value: unknown): string {
  return `${visibleJson(JSON.stringify(value))}\n`;
}
