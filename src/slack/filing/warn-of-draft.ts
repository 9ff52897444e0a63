import type { Answer, Quote } from '../../answer/index.ts';
import type { DraftFact } from '../../corpus/index.ts';
import { giveOtherFigures, isSamePeriod, speakOfOtherYears } from '../../search/index.ts';
import { asInlineText, clipEscaped } from '../blocks/inline-text.ts';
import { sourceLine } from '../blocks/source-line.ts';
import { errorFields } from '../sending/slack-failure.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

/** So many of its questions are asked. */
const MOST_ASKED = 5;
/** How likely (0 to 1) a quote must answer for its figure to be held against the draft's. */
const MAY_ANSWER = 0.3;
/** More would bury the draft. */
const MOST_WARNINGS = 4;
const LONGEST_WORDS = 300;
const LONGEST_SOURCE = 200;

/**
 * What whoever writes or signs a draft should think of: a fact on file answers one of its questions already, or says
 * another figure. Never rejects: nobody is kept from writing by what cannot be looked up.
 */
export async function warnOfDraft(draft: DraftFact, services: Services): Promise<readonly string[]> {
  const files = filesIn(services.deskChannel, services);
  const asked = draft.askedAs.length === 0 ? [draft.text] : draft.askedAs.slice(0, MOST_ASKED);
  const warnings = new Map<string, string>();
  try {
    for (const question of asked) {
      const answer = await files.ask(question);
      for (const quote of answer.quotes) {
        const says = objection(answer, quote, draft);
        if (says !== null && !warnings.has(quote.factId)) warnings.set(quote.factId, warning(says, quote));
      }
    }
  } catch (error) {
    services.logger.warn(errorFields(error), 'a draft was not compared with all that is on file');
  }
  return [...warnings.values()].slice(0, MOST_WARNINGS);
}

function objection(answer: Answer, quote: Quote, draft: DraftFact): string | null {
  const isFirst = quote === answer.quotes[0];
  const isSure = answer.outcome === 'answer' && isFirst;
  const isOtherFigure =
    (isSure || quote.confidence >= MAY_ANSWER) &&
    giveOtherFigures(draft.text, quote.text) &&
    !speakOfOtherYears(draft.text, quote.text) &&
    isSamePeriod(draft.asOf, quote.asOf);
  if (isOtherFigure) return 'A fact on file says another figure';
  return isSure ? 'A fact on file answers this already' : null;
}

function warning(says: string, quote: Quote): string {
  const words = clipEscaped(asInlineText(quote.text), LONGEST_WORDS);
  const source = clipEscaped(asInlineText(sourceLine(quote)), LONGEST_SOURCE);
  return `${says}: “${words}” (${source}; ${clipEscaped(quote.factId, LONGEST_SOURCE)}).`;
}
