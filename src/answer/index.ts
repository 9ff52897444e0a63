export type { Answer, Ask, AskOptions, Quote, QuoteSource, Quotes, Searched } from './answer.ts';
export { type Citation, cite, formatPartialDate } from './citation.ts';
export { ANSWER_FROM, CHOICE_FROM, type Decision, decide, type Sign } from './decide.ts';
export type { AnswerExplanation, ExplainedHit } from './explain-answer.ts';
export type { FactDesk, OnFile, TopicCount } from './fact-desk.ts';
export type { FactInFull } from './fact-in-full.ts';
export { leansOnEarlier } from './follow-up.ts';
export { type FactDeskOptions, openFactDesk, type StockedFactDesk } from './open-fact-desk.ts';
export { warnOfQuestions } from './warn-of-questions.ts';
