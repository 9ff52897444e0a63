import type { OnFile } from '../../answer/index.ts';
import { limits } from '../limits.ts';
import { asInlineText, clip } from '../plain-text.ts';

/** A question offered in the agent pane, with a title short enough for its button. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

const TITLE_LENGTH = 60;

/** Questions on file that are answered, for somebody who has not asked one yet. */
export function suggestedPrompts({ examples }: OnFile): readonly Prompt[] {
  return examples.slice(0, limits.suggestedPrompts).map((example) => {
    const message = asInlineText(example);
    return { title: clip(message, TITLE_LENGTH), message };
  });
}
