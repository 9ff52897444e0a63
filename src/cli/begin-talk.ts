import { type Answer, type FactDesk, REPLY_MISSING, type ReplyStanding } from '../answer/index.ts';
import { type ReplyQuestion, readReplyQuestion } from '../search/index.ts';

/** What somebody at a terminal is told. */
export type Told =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** What was asked about the reply before. */
  | { readonly kind: 'about-reply'; readonly asked: ReplyQuestion; readonly standing: ReplyStanding }
  /** A question about a reply where there is none that quotes anything. */
  | { readonly kind: 'no-reply'; readonly text: string };

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
      const asked = readReplyQuestion(question);
      if (asked === null) {
        last = await desk.ask(question, { explain, ...(last !== undefined && { earlier: last.question }) });
        return { kind: 'answer', answer: last };
      }
      if (last === undefined) return { kind: 'no-reply', text: REPLY_MISSING.none };
      const shown = last.outcome === 'answer' ? last.quotes.slice(0, 1) : last.quotes;
      if (shown.length === 0) return { kind: 'no-reply', text: REPLY_MISSING.empty };
      const reply = {
        factIds: shown.map(({ factId }) => factId),
        question: asked === 'currency' ? last.question : null,
      };
      return { kind: 'about-reply', asked, standing: await desk.standing(reply) };
    },
  };
}
