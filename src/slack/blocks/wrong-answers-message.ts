import type { SureAnswers } from '../../ledger/index.ts';
import { bold, line, plain, richText } from './rich-text-elements.ts';
import { message, type SlackMessage } from './slack-message.ts';

/**
 * What the desk channel is told when more sure answers are said to be wrong than is put up with; `target` is 0 to 1.
 */
export function renderWrongAnswers({ given, reported }: SureAnswers, target: number): SlackMessage {
  const share = `${Number((target * 100).toFixed(1))} in 100`;
  return message([
    richText(
      line(
        bold('Too many sure answers are wrong. '),
        plain(
          `Of ${given} that were given, ${reported} were reported as wrong: more than the ${share} that are ` +
            'put up with, and more than chance explains.',
        ),
      ),
      line(
        plain(
          'Close the reports above, and mend what they show. Then run factdesk calibrate, which learns from them how ' +
            'sure the app must be. This is said once until then.',
        ),
      ),
    ),
  ]);
}
