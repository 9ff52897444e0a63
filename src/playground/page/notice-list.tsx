import { useState } from 'react';
import type { Notice } from '../interaction/notices.ts';
import type { Problem } from './use-user-actions.ts';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly problem: Problem | undefined;
}

/**
 * What could not be carried out, until it is dismissed or has stood there for some seconds. What was told before the
 * page opened is old news.
 */
export function NoticeList({ notices, problem }: NoticesProps) {
  const [seenUpTo, setSeenUpTo] = useState(() => notices.at(-1)?.id ?? 0);
  const [dismissed, setDismissed] = useState<number>();
  const fresh = notices.filter(({ id }) => id > seenUpTo).at(-1);
  const told = problem !== undefined && problem.id !== dismissed ? problem : fresh;
  const dismiss = () => {
    setSeenUpTo(notices.at(-1)?.id ?? 0);
    setDismissed(problem?.id);
  };
  return (
    <div className="notices" role="status">
      {told !== undefined && (
        // The style sheet says how long it stands; it stays while somebody points at it.
        <p key={`${told === problem ? 'problem' : 'notice'} ${told.id}`} onAnimationEnd={dismiss}>
          {told.text}
          <button type="button" aria-label="Dismiss" onClick={dismiss}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
