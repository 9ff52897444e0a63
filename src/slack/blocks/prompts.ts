import type { OnFile } from '../../answer/index.ts';
import { limits } from './block-limits.ts';
import { asLabels, clip } from './inline-text.ts';

/** A question offered in the agent pane, with a title short enough for its button. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

const TITLE_LENGTH = 60;
const MESSAGE_LENGTH = 300;

/** Questions on file that are answered, for somebody who has not asked one yet. */
export function suggestedPrompts({ examples }: OnFile): readonly Prompt[] {
  return asLabels(examples, MESSAGE_LENGTH)
    .slice(0, limits.suggestedPrompts)
    .map((message) => ({ title: clip(message, TITLE_LENGTH), message }));
}
