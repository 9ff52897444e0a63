import type { types } from '@slack/bolt';
import type { OnFile, Quote } from '../../answer/index.ts';
import { limits } from './block-limits.ts';
import { shownLength } from './fallback-text.ts';
import { held } from './help.ts';
import { type DeskPart, deskBlocks } from './home-desk.ts';
import { asLabels } from './inline-text.ts';
import { PAST_QUESTION_AGAIN, type PastQuestion, pastQuestionBlocks } from './past-questions.ts';
import { questionRow } from './question-row.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text-elements.ts';

/** What can be used on the Home tab, by the id Slack sends back. */
export const homeIds = {
  question: 'home_question',
  example: 'home_example',
  again: PAST_QUESTION_AGAIN,
  topic: 'home_topic',
  sourceNotes: 'home_source_notes',
} as const;

/** What one person's Home tab shows. */
export interface HomePage {
  readonly onFile: OnFile;
  readonly newest: readonly Quote[];
  readonly past: readonly PastQuestion[];
  /** For members of the desk; null for everybody else. */
  readonly desk: DeskPart | null;
  /** What the person just asked for: an answer, or the facts of a topic. */
  readonly shown: readonly types.KnownBlock[];
}

const EXAMPLES_SHOWN = 3;
const LABEL_LENGTH = 120;
/** Slack takes 100 options, each with a value of at most 75 characters. */
const MAX_TOPICS = 100;
const OPTION_LENGTH = 75;
/** Slack refuses a view of some 250,000 bytes; a character can take six once written as JSON. */
const PAGE_TEXT = 30_000;

type Blocks = readonly types.KnownBlock[];

/** The Home tab. What the person just asked for comes first, then what may be left out when there is no room. */
export function renderHome(page: HomePage): types.HomeView {
  const { onFile, newest, past, desk, shown } = page;
  const parts: readonly Blocks[] = [
    intro(onFile),
    shown,
    desk === null ? [] : deskBlocks(desk),
    pastQuestionBlocks(past),
    examples(onFile),
    newest.length === 0 ? [] : [title('Newest facts'), ...newest.flatMap((quote) => quoteBlocks(quote))],
  ];
  return { type: 'home', blocks: withinView(parts) };
}

/** The facts of a topic, as somebody browses them. */
export function renderTopic(topic: string, quotes: readonly Quote[]): Blocks {
  return [
    title(`On file about ${asLabels([topic], LABEL_LENGTH).join()}`),
    ...quotes.flatMap((quote) => quoteBlocks(quote)),
  ];
}

function intro(onFile: OnFile): Blocks {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Quoted, sourced facts' } },
    richText(
      line(
        plain(
          'Every reply is words that stand in the desk’s files, with who said them, when, and where to check. ',
        ),
        plain('When nothing on file answers, it says so. '),
        bold(held(onFile)),
      ),
    ),
    {
      type: 'input',
      dispatch_action: true,
      block_id: homeIds.question,
      label: { type: 'plain_text', text: 'Ask a question' },
      hint: { type: 'plain_text', text: 'Press Enter. The answer appears here, for you alone.' },
      element: {
        type: 'plain_text_input',
        action_id: homeIds.question,
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
    { type: 'actions', elements: [...topicMenu(onFile), sourceNotesButton()] },
  ];
}

function topicMenu({ topics }: OnFile): readonly types.StaticSelect[] {
  const options = topics
    .filter(({ topic }) => topic !== '' && topic.length <= OPTION_LENGTH)
    .slice(0, MAX_TOPICS)
    .map(({ topic }): types.PlainTextOption => ({ text: { type: 'plain_text', text: topic }, value: topic }));
  if (options.length === 0) return [];
  return [
    {
      type: 'static_select',
      action_id: homeIds.topic,
      placeholder: { type: 'plain_text', text: 'Browse a topic' },
      options,
    },
  ];
}

function sourceNotesButton(): types.Button {
  return {
    type: 'button',
    action_id: homeIds.sourceNotes,
    text: { type: 'plain_text', text: 'Source notes' },
    value: homeIds.sourceNotes,
    accessibility_label: 'Source notes: list the facts you got, with their sources',
  };
}

function withinView(parts: readonly Blocks[]): types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  let room = PAGE_TEXT;
  for (const block of parts.flat()) {
    room -= shownLength(block);
    if (room < 0 || blocks.length === limits.blocksPerView) break;
    blocks.push(block);
  }
  return blocks;
}

function title(text: string): types.RichTextBlock {
  return richText(line(bold(text)));
}

function examples({ examples: questions }: OnFile): Blocks {
  const shown = questions
    .filter(({ length }) => length > 0 && length <= limits.buttonValue)
    .slice(0, EXAMPLES_SHOWN);
  if (shown.length === 0) return [];
  return [
    title('Questions that are answered'),
    ...shown.map((question) => questionRow(question, { id: homeIds.example, value: question, text: 'Ask' })),
  ];
}
