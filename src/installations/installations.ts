import type { KeptInstallation, KeptInstallations } from '../ledger/index.ts';
import { type Grant, type Installation, keyOf, readGrant } from './installation.ts';
import { type KeyRing, MissingKeyError, SpoiltInstallationError } from './key-ring.ts';

/** An installation whose key is not set, or that was changed by somebody else. */
export interface UnreadableInstallation {
  readonly key: string;
  readonly keyId: string;
  readonly installedAt: Date;
  /** Why, and what to do. */
  readonly reason: string;
}

/** What became of a change of keys. */
export interface RotatedKeys {
  /** How many were encrypted anew. */
  readonly rotated: number;
  /** How many were so already. */
  readonly upToDate: number;
  /** Those that were left as they are. */
  readonly unreadable: readonly UnreadableInstallation[];
}

/** All installations, as far as the keys go. */
export interface ListedInstallations {
  readonly installations: readonly (Installation & { readonly keyId: string })[];
  readonly unreadable: readonly UnreadableInstallation[];
}

/** Where the app is installed, and its tokens, which are encrypted in the database. */
export interface Installations {
  list(): Promise<ListedInstallations>;
  /** Rejects with a `MissingKeyError` or `SpoiltInstallationError` for one that cannot be read. */
  of(key: string): Promise<Installation | undefined>;
  /** Keeps a new one, in place of an older one of the same workspace. Gives its key. */
  keep(grant: Grant): Promise<string>;
  /** The right to refresh its token, once over all processes. */
  claimRefresh(installation: Installation): Promise<string | undefined>;
  finishRefresh(key: string, claim: string, grant: Grant): Promise<void>;
  /** Removes one that was not installed after that moment. False when nothing was removed. */
  remove(key: string, options: { readonly asOf: Date }): Promise<boolean>;
  /** Encrypts all that can be read with the key that is set now. */
  rotateKeys(): Promise<RotatedKeys>;
}

/** Opens the installations of a ledger. */
export function createInstallations(ledger: KeptInstallations, keys: KeyRing): Installations {
  const read = (kept: KeptInstallation): Installation => {
    const { key, version, installedAt, sealed } = kept;
    const grant = readGrant(keys.open(sealed, key));
    if (grant === undefined) throw new SpoiltInstallationError(key);
    return { key, version, installedAt, grant };
  };
  const seal = (key: string, grant: Grant) => keys.seal(JSON.stringify(grant), key);
  return {
    async list() {
      const listed = (await ledger.installations()).map((kept) => readOr(kept, read));
      return {
        installations: listed.filter((one) => 'grant' in one),
        unreadable: listed.filter((one) => 'reason' in one),
      };
    },
    async of(key) {
      const kept = await ledger.installation(key);
      return kept && read(kept);
    },
    async keep(grant) {
      const key = keyOf(grant);
      await ledger.keepInstallation(key, seal(key, grant));
      return key;
    },
    claimRefresh: (installation) => ledger.claimRefresh(installation),
    finishRefresh: (key, claim, grant) => ledger.finishRefresh(key, claim, seal(key, grant)),
    remove: (key, options) => ledger.removeInstallation(key, options),
    async rotateKeys() {
      const done = { rotated: 0, upToDate: 0 };
      const unreadable: UnreadableInstallation[] = [];
      for (const { key } of await ledger.installations()) {
        const outcome = await rotate(key);
        if (typeof outcome !== 'string') unreadable.push(outcome);
        else if (outcome !== 'gone') done[outcome] += 1;
      }
      return { ...done, unreadable };
    },
  };

  /** Again where a token was refreshed in between. */
  async function rotate(key: string): Promise<'rotated' | 'upToDate' | 'gone' | UnreadableInstallation> {
    for (;;) {
      const kept = await ledger.installation(key);
      if (kept === undefined) return 'gone';
      const found = readOr(kept, read);
      if ('reason' in found) return found;
      if (found.keyId === keys.keyId) return 'upToDate';
      if (await ledger.resealInstallation(kept, seal(key, found.grant))) return 'rotated';
    }
  }
}

function readOr(
  kept: KeptInstallation,
  read: (kept: KeptInstallation) => Installation,
): (Installation & { readonly keyId: string }) | UnreadableInstallation {
  const { key, installedAt, sealed } = kept;
  try {
    return { ...read(kept), keyId: sealed.keyId };
  } catch (error) {
    if (!(error instanceof MissingKeyError || error instanceof SpoiltInstallationError)) throw error;
    return { key, keyId: sealed.keyId, installedAt, reason: error.message };
  }
}
