import { useState } from 'react';
import type { Notice } from '../interaction/notices.ts';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly problem: string | undefined;
}

/** What could not be carried out, until it is dismissed. What was told before the page opened is old news. */
export function Notices({ notices, problem }: NoticesProps) {
  const [seenUpTo, setSeenUpTo] = useState(() => notices.at(-1)?.id ?? 0);
  const [dismissed, setDismissed] = useState<string>();
  const fresh = notices.filter(({ id }) => id > seenUpTo).at(-1)?.text;
  const text = problem !== undefined && problem !== dismissed ? problem : fresh;
  const dismiss = () => {
    setSeenUpTo(notices.at(-1)?.id ?? 0);
    setDismissed(problem);
  };
  return (
    <div className="notices" role="status">
      {text !== undefined && (
        <p>
          {text}
          <button type="button" aria-label="Dismiss" onClick={dismiss}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
