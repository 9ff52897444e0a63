import type { webApi } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Draft } from '../../ledger/index.ts';
import { renderDraft } from '../blocks/filing/draft-card.ts';
import type { SlackMessage } from '../blocks/slack-message.ts';
import { changeDeskCard } from '../replying/desk-card.ts';
import { postToDeskOnce } from '../replying/desk-channel.ts';
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
  const { ledger } = services;
  const draft = await ledger.draft(draftId);
  if (draft === undefined) return;
  const messages = await drawDraft(draft, services);
  const [card] = messages;
  if (card === undefined) return;
  const { deskMessage } = draft;
  if (deskMessage !== null) {
    const redraw = async () => {
      const now = await ledger.draft(draftId);
      return now === undefined ? null : ((await drawDraft(now, services))[0] ?? null);
    };
    await changeDeskCard(deskMessage, { card, redraw }, services, client);
    return;
  }
  const record = (message: { readonly channel: string; readonly messageTs: string }) =>
    ledger.recordDraftPost(draftId, message);
  await postToDeskOnce({ key: `draft ${draftId}`, messages, record }, services, client);
}

async function drawDraft(draft: Draft, services: Services): Promise<readonly SlackMessage[]> {
  const { ledger, filing } = services;
  const { fact, state, factId } = draft;
  return renderDraft({
    draft,
    quote: await quoteOf(draft, services),
    warnings: state === 'drafted' && fact !== null ? await warnOfDraft(fact, services) : [],
    needsSecond: filing?.needsSecond ?? true,
    told: (state === 'filed' || state === 'told') && factId !== null ? await ledger.answeredBy(factId) : [],
  });
}

/** The draft's own words, and once they are kept no longer, those of the fact on file. */
async function quoteOf({ fact, factId }: Draft, services: Services): Promise<Quote | null> {
  if (fact !== null) return draftQuote(fact);
  if (factId === null) return null;
  const files = filesIn(services.deskChannel, services);
  return (await ifReachable(files.fact(factId), null))?.quote ?? null;
}
