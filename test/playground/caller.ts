import type { StandIn } from '../../src/playground/index.ts';

/** Calls Web API methods of a stand-in the way Slack's clients do: forms, with JSON in their fields. */
export function caller(standIn: StandIn) {
  return async (
    method: string,
    given: object = {},
    token = standIn.botToken,
  ): Promise<Record<string, unknown>> => {
    const fields = Object.entries(given).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const answer = await fetch(`${standIn.apiUrl}${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: new URLSearchParams(Object.fromEntries(fields)),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
}
