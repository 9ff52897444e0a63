import { RespondError, type RespondFn } from '@slack/bolt';

/**
 * Bolt's `respond` for an address that outlived its request, which Bolt has none for. Rejects with Bolt's
 * `RespondError` when Slack does not take the message, and as `fetch` does.
 *
 * @param fetchPaced calls Slack at its pace, with a timeout
 */
export function respondTo(replyAddress: string, fetchPaced: typeof fetch): RespondFn {
  return async (message) => {
    const response = await fetchPaced(replyAddress, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(typeof message === 'string' ? { text: message } : message),
    });
    if (!response.ok) throw new RespondError('Slack refused the reply address.', response.status);
    return response;
  };
}
