import type { OngoingRequest, OngoingRequests } from '../ongoing-requests.ts';

/** A part of the work on a request. Nothing of it names a person, a place or words. */
export interface RequestPart {
  readonly name: string;
  /** Both in milliseconds of `performance.now()`. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Whether it is a call to something outside of the bot. */
  readonly isCall: boolean;
  readonly isFailed: boolean;
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** What was noted of a request. */
export interface NotedParts {
  readonly request: OngoingRequest;
  /** When the work began: when the request came, or where its question before ended. */
  readonly startedAt: number;
  readonly parts: readonly RequestPart[];
  /** How many parts there were beyond those. */
  readonly leftOut: number;
}

/** Notes what is done for each request, until somebody asks for it. */
export interface RequestParts {
  /**
   * Notes a part of the request that is being worked on, which ends now; one of no request is forgotten. It is taken
   * for work of the bot's own that went well where nothing else is said.
   */
  note(part: Partial<RequestPart> & Pick<RequestPart, 'name' | 'startedAt'>): void;
  /** What was noted of the request that is being worked on since it was taken last; undefined outside all. */
  take(): NotedParts | undefined;
}

/** More than any question takes; what goes on for hours, as a recall, must not fill the memory. */
const MOST_PARTS = 200;

const WENT_WELL = { isCall: false, isFailed: false, attributes: {} } as const;

/** Nothing noted yet. */
export function createRequestParts(requests: OngoingRequests): RequestParts {
  const noted = new WeakMap<OngoingRequest, { startedAt: number; parts: RequestPart[]; leftOut: number }>();
  const notesOf = (request: OngoingRequest) => {
    const known = noted.get(request) ?? { startedAt: request.since, parts: [], leftOut: 0 };
    noted.set(request, known);
    return known;
  };
  return {
    note(part) {
      const request = requests.current();
      if (request === undefined) return;
      const notes = notesOf(request);
      if (notes.parts.length < MOST_PARTS)
        notes.parts.push({ ...WENT_WELL, endedAt: performance.now(), ...part });
      else notes.leftOut += 1;
    },
    take() {
      const request = requests.current();
      if (request === undefined) return undefined;
      const { startedAt, parts, leftOut } = notesOf(request);
      noted.set(request, { startedAt: performance.now(), parts: [], leftOut: 0 });
      return { request, startedAt, parts, leftOut };
    },
  };
}
