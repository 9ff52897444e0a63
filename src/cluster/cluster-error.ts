/** The cluster cannot be asked, or refuses. The message says what failed, where, and what to do; it holds no secret. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}

/** Whether asking again may help: the cluster is full, away or slow for a moment. */
export function isPassing(error: unknown): boolean {
  const { name, statusCode } = readFailure(error);
  if (statusCode !== undefined) return isPassingStatus(statusCode);
  return AWAY.includes(name) && whyUntrusted(error) === undefined;
}

/** What the client throws when no node answers, or none in time. */
const AWAY = ['ConnectionError', 'NoLivingConnectionsError', 'TimeoutError'];

/** 429 asks to go slower, the others say that a node is not there right now. */
export const isPassingStatus = (status: number): boolean => [429, 502, 503, 504].includes(status);

/**
 * Says in words of ours what a call to the cluster met. What the client threw is not handed on: it holds the request,
 * and with it the credentials.
 */
export function explainFailure(error: unknown, node: string): ClusterError {
  if (error instanceof ClusterError) return error;
  const at = `The search cluster at ${node}`;
  const { statusCode, type, reason } = readFailure(error);
  const untrusted = whyUntrusted(error);
  if (untrusted !== undefined) {
    return new ClusterError(
      `${at} shows a certificate that is not trusted (${untrusted}). Name the file of its authority in ` +
        'FACTDESK_SEARCH_CA.',
    );
  }
  if (statusCode === undefined)
    return new ClusterError(`${at} does not answer (${reason}). Check the address, and that it runs.`);
  if (statusCode === 401)
    return new ClusterError(`${at} does not know this user or key. Check FACTDESK_SEARCH_URL.`);
  if (statusCode === 403 && type === 'cluster_block_exception') {
    return new ClusterError(
      `${at} takes nothing in: an index is read-only, as on a full disk (${reason}). Make room there.`,
    );
  }
  if (statusCode === 403)
    return new ClusterError(
      `${at} does not allow that (${reason}). docs/scale.md lists the rights that are needed.`,
    );
  return new ClusterError(`${at} refuses (${statusCode} ${type}: ${reason}).`);
}

interface Failure {
  readonly name: string;
  readonly statusCode?: number;
  readonly type: string;
  readonly reason: string;
}

function readFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: '', type: 'unknown', reason: String(error) };
  const { name, message } = error;
  if (!('meta' in error) || !isRecord(error.meta)) return { name, type: name, reason: message };
  const { statusCode, body } = error.meta;
  const told = isRecord(body) && isRecord(body.error) ? body.error : {};
  return {
    name,
    ...(typeof statusCode === 'number' && name === 'ResponseError' && { statusCode }),
    type: typeof told.type === 'string' ? told.type : name,
    reason: typeof told.reason === 'string' ? told.reason : message,
  };
}

/** What OpenSSL says of a certificate, as Node words it. */
const UNTRUSTED = /certificate|self.signed|altnames|unable to verify/i;

function whyUntrusted(error: unknown): string | undefined {
  const { name, reason } = readFailure(error);
  return name === 'ConnectionError' && UNTRUSTED.test(reason) ? reason : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
