/** What a running bot holds at a moment. */
export interface Figures {
  readonly passages: number;
  /** Since the facts were read last. */
  readonly indexAgeSeconds: number;
  readonly indexLoadSeconds: number;
  readonly sheetProblems: number;
  readonly openQuestions: number;
  /** Of recalls that are under way. */
  readonly recallRows: { readonly done: number; readonly waiting: number; readonly unreached: number };
}
