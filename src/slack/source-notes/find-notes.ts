import { formatShortDate } from '../../answer/index.ts';
import { UnreachableFileError } from '../../corpus/index.ts';
import { factVersion, type ReceivedFact, shownFact } from '../../ledger/index.ts';
import { asInlineText } from '../blocks/inline-text.ts';
import { sourceLine } from '../blocks/source-line.ts';
import type { SourceNote, StandingFact } from '../blocks/source-note.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

/** Looks up how facts that somebody got stand now: whoever got them may have them, wherever they ask. */
export function findStanding(
  received: readonly ReceivedFact[],
  services: Services,
): Promise<readonly StandingFact[]> {
  const files = filesIn(null, services);
  return Promise.all(
    received.map(async (each): Promise<StandingFact> => {
      try {
        const now = await files.fact(each.factId);
        if (now === null) return { received: each, standing: 'gone', now };
        const isSame = factVersion(now.quote).factHash === each.factHash;
        return { received: each, standing: isSame ? 'as-shown' : 'changed', now };
      } catch (error) {
        if (error instanceof UnreachableFileError) return { received: each, standing: 'unknown', now: null };
        throw error;
      }
    }),
  );
}

/** What goes into the list of a fact that somebody got. */
export function toNote({ received, standing, now }: StandingFact, { ledger }: Services): SourceNote {
  const { factId, factHash, receivedAt } = received;
  // What was shown before words were kept is known where it still stands.
  const current =
    now !== null && standing === 'as-shown' ? shownFact(now.quote, sourceLine(now.quote)) : null;
  const words = received.words ?? current?.words;
  const check = ledger.knownCheck(factId);
  const isChecked = check?.fact.factHash === factHash;
  const checks = [
    ...(standing === 'as-shown' && now?.checkedBy ? [now.checkedBy] : []),
    ...(isChecked ? [`found still true by the desk on ${formatShortDate(check.on)}`] : []),
  ];
  return {
    quote: words?.text ?? null,
    kind: words?.kind ?? null,
    speaker: words?.attribution ?? null,
    source: words?.title ?? null,
    publisher: words?.publisher ?? null,
    published: words?.published ?? null,
    link: words?.url ?? null,
    asOf: words?.asOf ?? null,
    checkedBy: checks.length === 0 ? null : checks.join('; '),
    factId,
    version: factHash.slice(0, 8),
    retrieved: receivedAt,
    since: tellSince({ received, standing, now }),
  };
}

const GONE =
  'No longer on file: withdrawn, replaced or removed since. Do not use it without asking the desk.';
const UNKNOWN = 'Whether it has changed since could not be looked up.';

function tellSince({ received, standing, now }: StandingFact): string {
  if (standing === 'gone') return GONE;
  if (standing === 'unknown') return UNKNOWN;
  if (now === null) return '';
  if (standing === 'as-shown') {
    const due = now.quote.reviewWasDue;
    return due === undefined ? '' : `Its review was due ${formatShortDate(due)}.`;
  }
  return now.quote.text === received.words?.text
    ? 'Changed since in its speaker, source or date; this is how it was shown.'
    : `Changed since. Now: ${asInlineText(now.quote.text)}`;
}
