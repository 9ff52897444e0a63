import type { ErrorName } from './slack-names.ts';

/** More about a refusal, in the fields Slack uses. */
export interface RefusalDetail {
  /** `response_metadata.messages`. */
  readonly messages?: readonly string[];
  /** For `missing_scope`. */
  readonly needed?: string;
  readonly provided?: string;
}

/** A call that Slack would answer with `ok: false` and this error name. */
export class Refusal extends Error {
  readonly code: ErrorName;
  readonly detail: RefusalDetail;

  constructor(code: ErrorName, detail: RefusalDetail = {}) {
    super(detail.messages === undefined ? code : `${code}: ${detail.messages.join('; ')}`);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
