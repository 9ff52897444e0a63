export type { Answer, Ask, Quote, QuoteSource, Quotes, Searched } from './answer.ts';
