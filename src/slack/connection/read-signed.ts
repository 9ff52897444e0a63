import type { IncomingMessage } from 'node:http';
import { HTTPModuleFunctions, isRawBodyError } from '@slack/bolt';
import type { RefusedRequest } from '../sending/slack-observer.ts';
import { judgeRequest, type Signing } from './signature.ts';

/** The largest thing that Slack sends is a form in which every character is escaped, well below this. */
const BODY_BYTES = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** What a request turned out to be. */
export type ReadRequest =
  | { readonly kind: 'delivery'; readonly body: Readonly<Record<string, unknown>> }
  /** Slack's look at the certificate, which is not signed: nothing else of it counts. */
  | { readonly kind: 'certificate check' }
  | Refused;

interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  /** Null for one that was broken off. */
  readonly reason: RefusedRequest | null;
  /** How old a stale one is. */
  readonly secondsOld?: number;
}

/** Reads a request to its end, and what it holds where Slack signed it. */
export async function readSigned(request: IncomingMessage, signing: Signing): Promise<ReadRequest> {
  let buffered: Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>;
  try {
    buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_BYTES);
  } catch (error) {
    if (!isRawBodyError(error)) throw error;
    const { statusCode: status } = error;
    return { kind: 'refused', status, reason: status === 413 ? 'too large' : null };
  }
  const text = buffered.rawBody.toString();
  if (isCertificateCheck(request, text)) return { kind: 'certificate check' };
  const judgement = judgeRequest(request.headers, text, signing);
  if (judgement.verdict === 'forged') return { kind: 'refused', status: 401, reason: 'forged' };
  if (judgement.verdict === 'stale')
    return { kind: 'refused', status: 401, reason: 'stale', secondsOld: judgement.secondsOld };
  const body = parse(buffered);
  return body === undefined
    ? { kind: 'refused', status: 400, reason: 'unreadable' }
    : { kind: 'delivery', body };
}

function isCertificateCheck({ headers }: IncomingMessage, text: string): boolean {
  return headers['content-type'] === FORM && new URLSearchParams(text).get('ssl_check') === '1';
}

/** Undefined for what is no form and no JSON object. */
function parse(
  request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0],
): Record<string, unknown> | undefined {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(request);
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}
