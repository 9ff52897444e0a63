import { hash } from 'node:crypto';

/**
 * The text as both databases can keep it: PostgreSQL refuses NUL and SQLite's client reads back only what stands
 * before it, and neither keeps half of a surrogate pair. Each becomes U+FFFD, the sign for an unreadable character.
 */
export function storedText(text: string): string {
  // Encoding to UTF-8 is what replaces lone surrogates.
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}

/** 128 bits: among a billion keys, the chance that any two share a hash is about one in 10^21. */
const HASH_CHARACTERS = 32;

/**
 * A short id that is the same for the same parts. Keys of deliveries name people and channels: only their hash is
 * stored, so that there is nothing in them to erase, and however long a key is, an index can hold it.
 */
export function hashOf(...parts: readonly (string | null)[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, HASH_CHARACTERS);
}
