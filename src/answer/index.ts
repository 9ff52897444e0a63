export type { Answer, Ask, Quote, QuoteSource, Quotes, Searched } from './answer.ts';
export { type Citation, cite, formatPartialDate } from './citation.ts';
export { createFactDesk } from './create-fact-desk.ts';
export type { FactDesk, OnFile, TopicCount } from './fact-desk.ts';
