import { setImmediate } from 'node:timers/promises';
import type { FollowedFact } from '../../answer/index.ts';
import { type FoundChange, factVersion, type KeptVersion } from '../../ledger/index.ts';
import { shownFacts } from '../replying/describe-delivery.ts';
import type { Services } from '../services/services.ts';
import type { TakeUp } from '../services/take-up.ts';
import { postRecallCard, showRecall } from './recall-cards.ts';

/** Versions of facts that are followed at a time. */
const PAGE = 500;
const AT_A_TIME = 20;

/**
 * Looks which facts that were shown read differently now or are gone, and opens a recall for each. A fact of which it
 * cannot be told just now is left for the next look: nobody is alarmed by a save that is being mended.
 */
export const lookForChanges: TakeUp = async (services, client, occasion) => {
  const { ledger, recallLook } = services;
  if (occasion === 'corpus-read' || recallLook.isDue) {
    recallLook.isDue = true;
    recallLook.isDue = !(await look(services));
  }
  for (const recall of await ledger.unpostedRecalls()) await postRecallCard(recall, services, client);
};

/** Whether of every version it could be told what became of it. */
async function look(services: Services): Promise<boolean> {
  const { ledger } = services;
  let isComplete = true;
  let after: KeptVersion | null = null;
  for (;;) {
    const page: readonly KeptVersion[] = await ledger.shownVersions({ after, limit: PAGE });
    for (const [at, version] of page.entries()) {
      // Who asks meanwhile is answered between two of them.
      if (at % AT_A_TIME === 0) await setImmediate();
      isComplete = (await lookAt(version, services)) && isComplete;
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return isComplete;
  }
}

async function lookAt(version: KeptVersion, services: Services): Promise<boolean> {
  const { factDesk, ledger } = services;
  const { factId, words } = version;
  if (words === null) return true;
  const followed = await factDesk.follow({ ...words, factId });
  if (followed.kind === 'unknown') return false;
  if (followed.kind === 'expired') return true;
  const found = changeOf(version, followed);
  const to = found?.to ?? null;
  const concerned = { factId, toFactId: to?.factId ?? null, toHash: to?.factHash ?? null };
  if (found === null) {
    const isAsShown = followed.kind === 'on-file' && followed.quote.factId === factId;
    const moot = isAsShown ? await closeIfSettled(version, services) : undefined;
    if (moot !== undefined) await showRecall(moot, services);
    return true;
  }
  const { copiesIn, people, workflows } = await ledger.reachOfOld(concerned);
  if (copiesIn.size + people + workflows === 0) return true;
  const { recall, isNews, superseded } = await ledger.openRecall(found);
  if (superseded !== null) await showRecall(superseded, services);
  if (isNews) {
    services.logger.info(
      { recall: recall.number, fact: factId, change: found.change },
      'a shown fact has changed',
    );
    await showRecall(recall, services);
  }
  return true;
}

/** An open recall is for nothing when everybody has the version that stands now. */
async function closeIfSettled({ factId, factHash }: KeptVersion, { ledger }: Services) {
  const { copiesIn, people } = await ledger.reachOfOld({ factId, toFactId: factId, toHash: factHash });
  return copiesIn.size + people === 0 ? ledger.closeMootRecall(factId) : undefined;
}

/** Null where it reads as it was shown, perhaps under another id. */
function changeOf(
  version: KeptVersion,
  followed: Exclude<FollowedFact, { kind: 'unknown' | 'expired' }>,
): FoundChange | null {
  const from = { factId: version.factId, factHash: version.factHash };
  if (followed.kind === 'gone') return { change: 'gone', from, to: null };
  if (followed.kind === 'reused') return { change: 'reused', from, to: null };
  if (factVersion(followed.quote).factHash === version.factHash) return null;
  const [to] = shownFacts([followed.quote]);
  return { change: followed.kind === 'on-file' ? 'changed' : 'replaced', from, to: to ?? null };
}
