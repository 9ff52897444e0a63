import type { types } from '@slack/bolt';
import { writeButtonValue } from './button-value.ts';

/** The two thumbs under an answer in the agent pane, by the id and the values Slack sends back. */
export const feedback = { id: 'feedback', helpful: 'helpful ', notHelpful: 'not-helpful ' } as const;

/** Asks whether the reply helped. */
export function feedbackButtons(questionId: string): readonly types.ContextActionsBlock[] {
  const value = writeButtonValue({ questionId, fact: null });
  if (value === null) return [];
  return [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: feedback.id,
          positive_button: {
            text: { type: 'plain_text', text: 'Helpful' },
            accessibility_label: 'This reply helped',
            value: feedback.helpful + value,
          },
          negative_button: {
            text: { type: 'plain_text', text: 'Not helpful' },
            accessibility_label: 'This reply did not help: tell the desk why',
            value: feedback.notHelpful + value,
          },
        },
      ],
    },
  ];
}
