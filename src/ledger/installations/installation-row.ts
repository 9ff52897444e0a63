/** What one workspace, or one organisation, granted when it installed the app. No person is named in it. */
export interface InstallationRow {
  /** Id of the organisation where it is installed for all of it, else of the workspace. */
  readonly key: string;
  /** The tokens and names, encrypted. */
  readonly sealed: string;
  /** Which key it is encrypted with. */
  readonly key_id: string;
  /** Another one after every change. */
  readonly version: string;
  readonly installed_at: string;
  /** Which call refreshes its token at this moment; null when none does. */
  readonly refresh_claim: string | null;
  readonly refresh_claimed_at: string | null;
}

/** An installation that somebody has begun and not finished. */
export interface InstallStateRow {
  /** Hash of the word that comes back with whoever finishes it. */
  readonly state: string;
  readonly expires_at: string;
}
