import type { webApi } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Draft } from '../../ledger/index.ts';
import { renderDraft } from '../blocks/filing/draft-card.ts';
import { changeDeskPost, postToDeskOnce } from '../replying/desk-channel.ts';
import { ifReachable } from '../replying/if-reachable.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { draftQuote } from './draft-quote.ts';
import { warnOfDraft } from './warn-of-draft.ts';

/** Shows in the desk channel how a draft stands: posts its card, or changes it where it stands already. */
export async function showDraft(
  draftId: string,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  const { ledger, filing } = services;
  const draft = await ledger.draft(draftId);
  if (draft === undefined) return;
  const { fact, state, factId, deskMessage } = draft;
  const messages = renderDraft({
    draft,
    quote: await quoteOf(draft, services),
    warnings: state === 'drafted' && fact !== null ? await warnOfDraft(fact, services) : [],
    needsSecond: filing?.needsSecond ?? true,
    told: (state === 'filed' || state === 'told') && factId !== null ? await ledger.answeredBy(factId) : [],
  });
  const [first] = messages;
  if (first === undefined) return;
  if (deskMessage !== null) {
    await changeDeskPost(deskMessage, first, services, client);
    return;
  }
  const record = (message: { readonly channel: string; readonly messageTs: string }) =>
    ledger.recordDraftPost(draftId, message);
  await postToDeskOnce({ key: `draft ${draftId}`, messages, record }, services, client);
}

/** The draft's own words, and once they are kept no longer, those of the fact on file. */
async function quoteOf({ fact, factId }: Draft, services: Services): Promise<Quote | null> {
  if (fact !== null) return draftQuote(fact);
  if (factId === null) return null;
  const files = filesIn(services.deskChannel, services);
  return (await ifReachable(files.fact(factId), null))?.quote ?? null;
}
