import {
  type Answer,
  type FactDesk,
  type OnFile,
  REPLY_MISSING,
  type ReplyStanding,
  WELCOME,
} from '../answer/index.ts';
import { asksForHelp, type ReplyQuestion, readReplyQuestion, readSmallTalk } from '../search/index.ts';

/** As people at a terminal call the bot: "thanks, factdesk!" */
export const BOT_NAME = 'factdesk';

/** What somebody at a terminal is told. */
export type Told =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** What was asked about the reply before. */
  | { readonly kind: 'about-reply'; readonly asked: ReplyQuestion; readonly standing: ReplyStanding }
  /** Words that ask for help or open a talk. */
  | { readonly kind: 'help'; readonly onFile: OnFile }
  /** A sentence where there is nothing to quote: to thanks, or about a reply that quotes nothing. */
  | { readonly kind: 'sentence'; readonly text: string };

/** Questions of one person, one after the other: each may lean on the one before, or be about its reply. */
export interface Talk {
  /** Rejects as `FactDesk.ask` does. */
  ask(question: string, options: { readonly explain: boolean }): Promise<Told>;
}

/** Begins a conversation with a desk. */
export function beginTalk(desk: FactDesk): Talk {
  let last: Answer | undefined;
  return {
    async ask(question, { explain }) {
      const smallTalk = readSmallTalk(question, BOT_NAME);
      if (smallTalk === 'closing') return { kind: 'sentence', text: WELCOME };
      if (smallTalk === 'opening' || asksForHelp(question))
        return { kind: 'help', onFile: await desk.onFile() };
      const asked = readReplyQuestion(question);
      if (asked === null) {
        last = await desk.ask(question, { explain, ...(last !== undefined && { earlier: last.question }) });
        return { kind: 'answer', answer: last };
      }
      if (last === undefined) return { kind: 'sentence', text: REPLY_MISSING.none };
      const shown = last.outcome === 'answer' ? last.quotes.slice(0, 1) : last.quotes;
      if (shown.length === 0) return { kind: 'sentence', text: REPLY_MISSING.empty };
      const reply = {
        factIds: shown.map(({ factId }) => factId),
        question: asked === 'currency' ? last.question : null,
      };
      return { kind: 'about-reply', asked, standing: await desk.standing(reply) };
    },
  };
}
