import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import { formatPartialDate } from '../../answer/index.ts';
import type { FactUse, FactUses, KeptVersion } from '../../ledger/index.ts';
import {
  bold,
  bullets,
  italic,
  type Leaf,
  line,
  link,
  person,
  plain,
  quotation,
  richText,
} from './rich-text-elements.ts';
import { sliceText } from './slices.ts';

/** So many uses are listed, the newest; the others are counted. */
export const MOST_USES = 40;
const MOST_VERSIONS = 5;
/** A modal has room for the words of so long a fact five times; a longer one is told to be so. */
const LONGEST_TEXT = 6_000;
const SLICE_ROOM = { shown: 2_900, escaped: 12_000 } as const;

const WAYS: Readonly<Record<FactUse['kind'], string>> = {
  reply: 'reply',
  share: 'shared',
  'workflow-step': 'given to a workflow',
  'direct-message': 'direct message',
};

/** Gives the address of a message; null where its place is not known or not told. */
export type LinkToUse = (use: FactUse) => string | null;

/** A modal for the desk: which versions of a fact were shown, and the newest messages that showed it. */
export function renderUses(
  factId: string,
  { versions, uses, ...counts }: FactUses,
  linkTo: LinkToUse = () => null,
): types.ModalView {
  const left = counts.total - uses.length;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Uses' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      richText(line(bold(factId)), line(plain(`\n${tellCounts(counts)}`))),
      ...versions
        .map((version, at) => versionBlocks(version, at + 1))
        .slice(-MOST_VERSIONS)
        .flat(),
      ...(uses.length === 0
        ? []
        : [richText(bullets(...uses.map((use) => useLine(use, { versions, linkTo }))))]),
      ...(left <= 0 ? [] : [richText(line(italic(`${left} more before these.`)))]),
    ],
  };
}

function tellCounts({ total, people, copies }: Omit<FactUses, 'versions' | 'uses'>): string {
  if (total === 0) return 'Nobody was shown it, as far as is on record.';
  const whom = people === 1 ? '1 person' : `${people} people`;
  const alone = 'People who were shown it alone are counted, not named.';
  return `Shown ${amount(total, 'time')} to ${whom}; others can see it in ${amount(copies, 'message')}. ${alone}`;
}

function versionBlocks({ firstShownAt, words }: KeptVersion, number: number): readonly types.RichTextBlock[] {
  const heading = bold(`Version ${number}, first shown ${dayOf(firstShownAt)}`);
  if (words === null) return [richText(line(heading), line(italic('\nIts words were not kept then.')))];
  const { text, kind, sourceLine } = words;
  if (text.length > LONGEST_TEXT)
    return [
      richText(line(heading), line(italic(`\n${amount(text.length, 'character')}, too long to show here.`))),
    ];
  const label = kind === 'statement' ? [italic(' Desk wording:')] : [];
  const slices = sliceText(text, SLICE_ROOM).map(([start, end]) => text.slice(start, end));
  return [
    richText(line(heading, ...label)),
    ...slices.map((slice) => richText(quotation(plain(slice)))),
    richText(line(plain(sourceLine))),
  ];
}

interface Around extends Pick<FactUses, 'versions'> {
  readonly linkTo: LinkToUse;
}

function useLine(use: FactUse, { versions, linkTo }: Around): types.RichTextSection {
  const { deliveredAt, factHash, kind, isPrivate, channel } = use;
  const version = versions.findIndex((each) => each.factHash === factHash) + 1;
  const time = `${dayOf(deliveredAt)}, ${deliveredAt.toISOString().slice(11, 16)} UTC`;
  const address = linkTo(use);
  const moment = address === null ? plain(time) : link(address, time);
  const start = [moment, plain(` · version ${version} · `)];
  if (kind === 'workflow-step') return line(...start, plain(WAYS[kind]));
  if (isPrivate) return line(...start, plain(`${WAYS[kind]}, to one person alone`));
  const where: readonly Leaf[] =
    channel === null ? [] : [plain(' in '), { type: 'channel', channel_id: channel }];
  const preposition = kind === 'share' ? ' by ' : ' to ';
  return line(...start, plain(`${WAYS[kind]}${preposition}`), person(use.person), ...where);
}

const dayOf = (time: Date) => formatPartialDate(time.toISOString().slice(0, 10));
