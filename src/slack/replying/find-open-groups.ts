import type { DeskQuestion } from '../../ledger/index.ts';
import type { OpenGroup } from '../blocks/desk-question-message.ts';
import type { Services } from '../services/services.ts';
import { openGroupOf } from './show-group.ts';

/** So many open questions are looked through. */
const LOOKED_AT = 200;

/** The open questions, those that mean the same together, the oldest first. */
export async function findOpenGroups(limit: number, services: Services): Promise<readonly OpenGroup[]> {
  const open = await services.ledger.openDeskQuestions(LOOKED_AT);
  const groups = [...groupQuestions(open)].slice(0, limit);
  return Promise.all(groups.map(([groupId, questions]) => openGroupOf(groupId, questions, services)));
}

/** Questions by their group, in their order. */
export function groupQuestions(
  questions: readonly DeskQuestion[],
): ReadonlyMap<string, readonly DeskQuestion[]> {
  const groups = new Map<string, readonly DeskQuestion[]>();
  for (const question of questions)
    groups.set(question.groupId, [...(groups.get(question.groupId) ?? []), question]);
  return groups;
}
