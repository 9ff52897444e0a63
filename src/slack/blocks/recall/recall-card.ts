import type { types } from '@slack/bolt';
import { amount } from '../../../amount.ts';
import { formatShortDate } from '../../../answer/index.ts';
import type {
  OldVersionReach,
  Recall,
  RecallChange,
  RecallProgress,
  ShownWords,
} from '../../../ledger/index.ts';
import { asInlineText, clip } from '../inline-text.ts';
import { bold, bullets, type Leaf, line, person, plain, quotation, richText } from '../rich-text-elements.ts';
import { message, type SlackMessage } from '../slack-message.ts';
import { markDifference } from './marked-difference.ts';
import { sentence } from './note-on-copy.ts';
import { RECALL_REASONS } from './recall-reasons.ts';
import { RECALL_WORDINGS, verbButtons, verbsFor } from './recall-verbs.ts';

/** A change as the desk sees it. */
export interface RecallCard {
  readonly recall: Recall;
  /** What was shown last; null where its words are not kept. */
  readonly was: ShownWords | null;
  /** What stands for it now; null where nothing does. */
  readonly is: ShownWords | null;
  /** How far the old words went; of one that the desk has not decided. */
  readonly reach?: OldVersionReach;
  /** How far the work has come; of one that the desk has decided. */
  readonly progress?: RecallProgress;
  /** Who was reminded and has not said that they know. */
  readonly unseen?: readonly string[];
}

const CHANGES: Readonly<Record<RecallChange, string>> = {
  changed: 'A fact that was shown has changed.',
  replaced: 'Another fact stands for one that was shown.',
  gone: 'A fact that was shown was withdrawn, removed or put under embargo.',
  reused: 'The id of a fact that was shown names another fact now.',
};
/** Longer words are shown in part: the card is to be read at a glance, and the sheet has them. */
const LONGEST_TEXT = 1_200;
const MOST_CHANNELS = 10;
const MOST_NAMES = 30;

/** The card of a change: what it is, how far the old words went, and what the desk may do or has done. */
export function renderRecallCard(card: RecallCard): SlackMessage {
  const { recall } = card;
  const head = richText(
    line(bold(`Recall ${recall.number}: ${CHANGES[recall.change]}`)),
    line(plain(`Fact: ${clip(asInlineText(recall.from.factId), 300)}`)),
  );
  return message([head, ...wordsOf(card), ...(recall.state === 'open' ? choiceOf(card) : outcomeOf(card))]);
}

function wordsOf({ was, is }: RecallCard): readonly types.RichTextBlock[] {
  if (was === null && is === null) return [];
  const isShort = Math.max(was?.text.length ?? 0, is?.text.length ?? 0) <= LONGEST_TEXT;
  const marked =
    was !== null && is !== null && was.text !== is.text && isShort ? markDifference(was.text, is.text) : null;
  return [
    ...(was === null ? [] : [versionBlock('Was:', was, marked?.was)]),
    ...(is === null ? [] : [versionBlock('Is:', is, marked?.is)]),
  ];
}

function versionBlock(label: string, words: ShownWords, marked?: readonly Leaf[]): types.RichTextBlock {
  const leaves = marked ?? [plain(clip(words.text, LONGEST_TEXT))];
  return richText(line(bold(label)), quotation(...leaves), line(plain(clip(words.sourceLine, LONGEST_TEXT))));
}

function choiceOf({ recall, reach }: RecallCard): readonly types.KnownBlock[] {
  const { number, change, to } = recall;
  return [
    ...(reach === undefined ? [] : [richText(...reachLines(reach))]),
    richText(
      bullets(
        ...verbsFor(change).map((verb) => {
          const { name, does } = RECALL_WORDINGS[verb];
          return line(bold(`${name}: `), plain(does));
        }),
      ),
    ),
    verbButtons({ number, toHash: to?.factHash ?? null }, change),
  ];
}

function reachLines({ copiesIn, people, workflows }: OldVersionReach): readonly types.RichTextSection[] {
  const places = [...copiesIn].toSorted(([, one], [, other]) => other - one);
  const direct = places.filter(([channel]) => channel.startsWith('D'));
  const open = places.filter(([channel]) => !channel.startsWith('D'));
  const copies = places.reduce((sum, [, count]) => sum + count, 0);
  const inDirect = direct.reduce((sum, [, count]) => sum + count, 0);
  const named = open
    .slice(0, MOST_CHANNELS)
    .flatMap(([channel_id, count], at): readonly Leaf[] => [
      plain(`${at === 0 ? '' : ', '}${count} in `),
      { type: 'channel', channel_id },
    ]);
  const more = open.length - MOST_CHANNELS;
  return [
    line(
      plain(
        copies === 0
          ? 'No message that can be changed shows the old words'
          : `${amount(copies, 'message')} show${copies === 1 ? 's' : ''} the old words`,
      ),
      ...(named.length === 0 ? [] : [plain(': '), ...named]),
      ...(more > 0 ? [plain(`, others in ${amount(more, 'channel')}`)] : []),
      ...(inDirect > 0 ? [plain(`${named.length === 0 ? ': ' : ', '}${inDirect} in direct messages`)] : []),
      plain('.'),
    ),
    line(
      plain(`${people === 1 ? '1 person' : `${people} people`} got them.`),
      ...(workflows > 0
        ? [plain(` A workflow was given them ${amount(workflows, 'time')}: what it wrote cannot be reached.`)]
        : []),
    ),
    line(plain('What somebody copied by hand cannot be reached.')),
  ];
}

function outcomeOf({ recall, progress, unseen = [] }: RecallCard): readonly types.KnownBlock[] {
  const { state, verb, decidedBy, decidedAt, reason } = recall;
  if (state === 'moot')
    return [richText(line(bold('It reads again as it was shown. There is nothing to do.')))];
  const decided =
    verb === null
      ? []
      : [
          line(
            bold(`${RECALL_WORDINGS[verb].name}, by `),
            person(decidedBy),
            ...(decidedAt === null
              ? []
              : [plain(`, ${formatShortDate(decidedAt.toISOString().slice(0, 10))}`)]),
            plain(reason === null ? '.' : `: ${sentence(reason)}`),
          ),
        ];
  const superseded =
    state === 'superseded'
      ? [
          line(
            bold(
              'The fact changed again. Whoever still has other words than stand now is left to a newer recall.',
            ),
          ),
        ]
      : [];
  const counted = progress === undefined || verb === 'leave' ? [] : progressLines(progress, state === 'done');
  return [richText(...decided, ...superseded, ...counted, ...unseenLines(unseen))];
}

function progressLines(progress: RecallProgress, isDone: boolean): readonly types.RichTextSection[] {
  const { copies, people, waiting, unreached } = progress;
  const replied = copies.replied === 0 ? '' : `, ${copies.replied} with a reply below`;
  const told = `${people.told} of ${people.all} told, ${people.seen} ${people.seen === 1 ? 'has' : 'have'} seen it`;
  return [
    line(plain(`Copies: ${copies.edited} of ${copies.all} changed${replied}.`)),
    ...(people.all === 0 ? [] : [line(plain(`People: ${told}.`))]),
    ...[...unreached].map(([reason, count]) =>
      line(plain(`Not reached: ${count}, ${RECALL_REASONS[reason]}.`)),
    ),
    ...(waiting > 0 && !isDone ? [line(plain(`Still to do: ${waiting}.`))] : []),
    ...(isDone ? [line(bold('Done. '), plain('What somebody copied by hand cannot be reached.'))] : []),
  ];
}

function unseenLines(unseen: readonly string[]): readonly types.RichTextSection[] {
  if (unseen.length === 0) return [];
  const named = unseen
    .slice(0, MOST_NAMES)
    .flatMap((user, at) => [...(at === 0 ? [] : [plain(', ')]), person(user)]);
  const more = unseen.length - MOST_NAMES;
  return [
    line(
      plain('Reminded, and not seen yet: '),
      ...named,
      ...(more > 0 ? [plain(` and ${more} more`)] : []),
      plain('.'),
    ),
  ];
}
