import { createCipheriv, createDecipheriv, hash, randomBytes } from 'node:crypto';
import type { Sealed } from '../ledger/index.ts';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_CHARACTERS = 8;

/** No key that is set opens it. The message names the key's id, and what to do. */
export class MissingKeyError extends Error {
  override readonly name = 'MissingKeyError';

  constructor(place: string, keyId: string) {
    super(
      `The installation ${place} is encrypted with the key ${keyId}, which is not set. Put that key into ` +
        'FACTDESK_KEY_OLD, or have the app installed there again.',
    );
  }
}

/** It was changed, moved from another row, or written by a version that this one does not know. */
export class SpoiltInstallationError extends Error {
  override readonly name = 'SpoiltInstallationError';

  constructor(place: string) {
    super(
      `The installation ${place} cannot be read: it was changed in the database, or written by a newer factdesk. ` +
        'Have the app installed there again.',
    );
  }
}

/** Encrypts with one key, and decrypts with that and older ones. */
export interface KeyRing {
  /** Id of the key that encrypts. */
  readonly keyId: string;
  /** Encrypts a text for one place, and opens at no other. */
  seal(text: string, place: string): Sealed;
  /** @throws MissingKeyError, SpoiltInstallationError */
  open(sealed: Sealed, place: string): string;
}

/** A ring of keys, each 32 bytes in base64; the first encrypts. */
export function createKeyRing(key: string, oldKeys: readonly string[] = []): KeyRing {
  const [current, ...older] = [key, ...oldKeys].map((text) => Buffer.from(text, 'base64'));
  if (current === undefined) throw new TypeError('A key ring needs a key.');
  const keys = new Map([...older, current].map((bytes) => [idOf(bytes), bytes]));
  const keyId = idOf(current);
  return {
    keyId,
    seal: (text, place) => ({ keyId, text: seal(text, current, place) }),
    open(sealed, place) {
      const bytes = keys.get(sealed.keyId);
      if (bytes === undefined) throw new MissingKeyError(place, sealed.keyId);
      try {
        return open(sealed.text, bytes, place);
      } catch {
        // The cause is left out: it tells nothing, and comes from the bytes.
        throw new SpoiltInstallationError(place);
      }
    },
  };
}

function idOf(key: Buffer): string {
  return hash('sha256', key, 'hex').slice(0, KEY_ID_CHARACTERS);
}

function seal(text: string, key: Buffer, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  const secret = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), secret]).toString('base64');
}

function open(sealed: string, key: Buffer, place: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const [iv, rest] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES)];
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(rest.subarray(0, TAG_BYTES));
  return decipher.update(rest.subarray(TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
