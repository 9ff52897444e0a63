import { escapeJson } from './escape-controls.ts';

/** A value as one line of JSON, with its line end. Nothing in it can steer a terminal, and it says the same. */
export function jsonLine(value: unknown): string {
  return `${escapeJson(JSON.stringify(value))}\n`;
}
