import type { AnswerType } from '../query/answer-type.ts';

/**
 * One thing in which a passage does not fit the question. Words are as they are written, `asked` in the question and
 * `stands` in the passage.
 */
export type Mismatch =
  | {
      /** Another year, number or name stands where the one asked for should. */
      readonly kind: 'year' | 'number' | 'name';
      readonly asked: string;
      /** Null where nothing of the kind stands there. */
      readonly stands: string | null;
    }
  /** It holds nothing of what is asked for. */
  | { readonly kind: 'answer'; readonly asksFor: AnswerType }
  /** Who does what to whom is the other way round; or a quote is asked for, and it is in the desk's own words. */
  | { readonly kind: 'roles' | 'deskWording' };
