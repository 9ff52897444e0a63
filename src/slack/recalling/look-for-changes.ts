import { setImmediate } from 'node:timers/promises';
import type { FollowedFact } from '../../answer/index.ts';
import { type FoundChange, factVersion, type KeptVersion, type Recall } from '../../ledger/index.ts';
import { shownFacts } from '../replying/describe-delivery.ts';
import type { Services } from '../services/services.ts';
import type { TakeUp } from '../services/take-up.ts';
import { postRecallCard, showRecall } from './recall-cards.ts';

/** Versions of facts that are followed at a time. */
const PAGE = 500;
const AT_A_TIME = 20;

/**
 * Looks which facts that were shown read differently now or are gone, and opens a recall for each. A fact of which it
 * cannot be told just now is left for the next look: nobody is alarmed by a save that is being mended. So is what a
 * reply shows that is on its way yet.
 */
export const lookForChanges: TakeUp = async (services, client, occasion) => {
  const { ledger, recallLook, inHand } = services;
  if (occasion === 'corpus-read') Object.assign(recallLook, { isDue: true, underWay: [...inHand] });
  if (recallLook.isDue) {
    recallLook.underWay = recallLook.underWay.filter((key) => inHand.has(key));
    const isComplete = await look(services);
    recallLook.isDue = !isComplete || recallLook.underWay.length > 0;
  }
  for (const recall of await ledger.unpostedRecalls()) await postRecallCard(recall, services, client);
};

/** Whether of every version it could be told what became of it. */
async function look(services: Services): Promise<boolean> {
  const { ledger } = services;
  const standing = await ledger.standingRecalls();
  let isComplete = true;
  let after: KeptVersion | null = null;
  for (;;) {
    const page: readonly KeptVersion[] = await ledger.shownVersions({ after, limit: PAGE });
    for (const [at, version] of page.entries()) {
      // Who asks meanwhile is answered between two of them.
      if (at % AT_A_TIME === 0) await setImmediate();
      isComplete = (await lookAt(version, standing, services)) && isComplete;
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return isComplete;
  }
}

async function lookAt(
  version: KeptVersion,
  standing: readonly Recall[],
  services: Services,
): Promise<boolean> {
  const { words, factId } = version;
  if (words === null) return true;
  const followed = await services.factDesk.follow({ ...words, factId });
  if (followed.kind === 'unknown') return false;
  if (followed.kind === 'expired') return true;
  const found = changeOf(version, followed);
  await outdateRecalls(version, followed, { standing, services });
  await (found === null ? closeMoot(version, followed, services) : open(found, services));
  return true;
}

/** A decision on a fact counts as long as the fact stays as it was decided on. */
async function outdateRecalls(
  { factId, factHash }: KeptVersion,
  followed: Told,
  { standing, services }: { readonly standing: readonly Recall[]; readonly services: Services },
): Promise<void> {
  const now = 'quote' in followed && followed.kind !== 'reused' ? factVersion(followed.quote) : null;
  for (const recall of standing) {
    const { from, to, state } = recall;
    if (from.factId !== factId || from.factHash !== factHash) continue;
    // The same words may have moved to another id.
    if (state === 'open' || to?.factHash === now?.factHash) continue;
    const outdated = await services.ledger.outdateRecall(recall);
    if (outdated.state !== state) await showRecall(outdated, services);
  }
}

/** Opens a recall where somebody still has other words than stand now. */
async function open(found: FoundChange, services: Services): Promise<void> {
  const { ledger, logger } = services;
  const { change, from, to } = found;
  const concerned = { factId: from.factId, toHash: to?.factHash ?? null };
  const { lastShown } = await ledger.reachOfOld(concerned);
  if (lastShown === null) return;
  const { recall, isNews, superseded } = await ledger.openRecall({ change, from: lastShown, to });
  if (superseded !== null) await showRecall(superseded, services);
  if (!isNews) return;
  logger.info({ recall: recall.number, fact: from.factId, change }, 'a shown fact has changed');
  await showRecall(recall, services);
}

/** An open recall is for nothing when everybody has the version that stands now. */
async function closeMoot(
  { factId, factHash }: KeptVersion,
  followed: Told,
  services: Services,
): Promise<void> {
  if (followed.kind !== 'on-file' || followed.quote.factId !== factId) return;
  const { ledger } = services;
  const { lastShown } = await ledger.reachOfOld({ factId, toHash: factHash });
  const moot = lastShown === null ? await ledger.closeMootRecall(factId) : undefined;
  if (moot !== undefined) await showRecall(moot, services);
}

/** What became of a text, where that can be told. */
type Told = Exclude<FollowedFact, { kind: 'unknown' | 'expired' }>;

/** Null where it reads as it was shown, perhaps under another id. */
function changeOf(version: KeptVersion, followed: Told): FoundChange | null {
  const from = { factId: version.factId, factHash: version.factHash };
  if (followed.kind === 'gone') return { change: 'gone', from, to: null };
  if (followed.kind === 'reused') return { change: 'reused', from, to: null };
  if (factVersion(followed.quote).factHash === version.factHash) return null;
  const [to] = shownFacts([followed.quote]);
  return { change: followed.kind === 'on-file' ? 'changed' : 'replaced', from, to: to ?? null };
}
