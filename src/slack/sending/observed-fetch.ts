import type { CallResult, Observer } from './slack-observer.ts';

/** `fetch` that tells of every attempt. */
export function observedFetch(fetchOnce: typeof fetch, observer: Observer): typeof fetch {
  return async (input, init) => {
    const start = performance.now();
    const tell = (result: CallResult, askedToWait = 0) => {
      const seconds = (performance.now() - start) / 1_000;
      observer.called({ method: methodOf(input), result, seconds, askedToWait });
    };
    observer.waiting(-1);
    try {
      const answer = await fetchOnce(input, init);
      tell(resultOf(answer.status), Number(answer.headers.get('Retry-After')) || 0);
      return answer;
    } catch (error) {
      tell('unreached');
      throw error;
    } finally {
      observer.waiting(1);
    }
  };
}

/** `fetch` whose calls count as waiting until they are made by `observedFetch`, and between its attempts. */
export function waitingFetch(paced: typeof fetch, observer: Observer): typeof fetch {
  return async (input, init) => {
    observer.waiting(1);
    try {
      return await paced(input, init);
    } finally {
      observer.waiting(-1);
    }
  };
}

function resultOf(status: number): CallResult {
  if (status === 429) return 'limited';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}

/** Addresses for replies are made for one question each: they must not become names of their own. */
function methodOf(input: Parameters<typeof fetch>[0]): string {
  const address = input instanceof Request ? input.url : String(input);
  return /\/api\/([a-z][\w.]{2,60})$/i.exec(address)?.[1] ?? 'address';
}
