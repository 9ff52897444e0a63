export type { Answer, Ask, Quote, QuoteSource, Quotes, Searched } from './answer.ts';
export type { FactDesk, OnFile, TopicCount } from './fact-desk.ts';
