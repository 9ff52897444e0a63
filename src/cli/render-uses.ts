import { amount } from '../amount.ts';
import type { FactUse, FactUses, KeptVersion } from '../ledger/index.ts';
import { DELIVERY_KINDS } from './delivery-kinds.ts';
import { escapeLine } from './escape-controls.ts';
import { utcTime } from './utc-time.ts';

/** Who was shown which version of a fact, for a person to read: its versions, then a line for each delivery. */
export function renderUses(factId: string, { versions, uses, total, people, copies }: FactUses): string {
  const name = escapeLine(factId);
  if (total === 0) return `Nothing on record shows ${name} to anybody. Is its id right?\n`;
  const heldBack = uses.some(isHeldBack);
  const lead = `${name}: shown ${times(total)} to ${people === 1 ? '1 person' : `${people} people`}`;
  const lines = [
    copies === 0 ? `${lead}, each alone.` : `${lead}; others can see it in ${amount(copies, 'message')}.`,
    ...versions.flatMap((version, at) => ['', ...describeVersion(version, at + 1)]),
    '',
    ...uses.map((use) => describeUse(use, numberOf(use, versions))),
    ...(heldBack ? ['', 'Private replies name nobody: add --with-private to see who got them.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A workflow has neither person nor place. */
function isHeldBack({ kind, isPrivate, person, channel }: FactUse): boolean {
  return isPrivate && kind !== 'workflow-step' && person === null && channel === null;
}

function numberOf({ factHash }: FactUse, versions: FactUses['versions']): number {
  return versions.findIndex((version) => version.factHash === factHash) + 1;
}

function describeVersion({ factHash, firstShownAt, words }: KeptVersion, number: number): readonly string[] {
  const heading = `Version ${number} (${factHash.slice(0, 8)}), first shown ${utcTime(firstShownAt)}:`;
  if (words === null) return [heading, '  its words were not kept then'];
  return [
    heading,
    ...(words.kind === 'statement' ? ['  Desk wording:'] : []),
    ...words.text.split('\n').map((line) => `  │ ${escapeLine(line)}`),
    `  ${escapeLine(words.sourceLine)}`,
  ];
}

function describeUse(use: FactUse, version: number): string {
  const { deliveredAt, kind, isPrivate, person, channel, messageTs } = use;
  const way = isPrivate && kind === 'reply' ? 'private reply' : DELIVERY_KINDS[kind];
  const where = [
    person,
    channel === null ? null : `in ${channel}`,
    messageTs === null ? null : `message ${messageTs}`,
  ].filter((part) => part !== null);
  return [utcTime(deliveredAt), `version ${version}`, way.padEnd(14), escapeLine(where.join(' '))]
    .join('  ')
    .trimEnd();
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
