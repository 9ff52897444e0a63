export type {
  Answer,
  Ask,
  AskOptions,
  NamedTopic,
  OfferedFact,
  Quote,
  QuoteSource,
  Quotes,
  Searched,
  Within,
} from './answer.ts';
export { type Citation, cite, formatPartialDate, formatShortDate } from './citation.ts';
export { closeMatches } from './close-matches.ts';
export type { ConfidenceFeature } from './confidence.ts';
export { CONFIDENCE_TEXTS } from './confidence-texts.ts';
export { ANSWER_FROM, type Decision, decide, type HeldBack, type ShownFor } from './decide.ts';
export type { AnswerExplanation, ExplainedHit } from './explain-answer.ts';
export type { FactDesk } from './fact-desk.ts';
export type { FactDetails } from './fact-details.ts';
export type { FactStanding } from './fact-standing.ts';
export type { FollowedFact, ShownText } from './follow-fact.ts';
export type { AwaitedFact } from './later-searcher.ts';
export { listLead } from './list-lead.ts';
export { type NothingFound, tellNothingFound } from './not-searched.ts';
export type { OnFile, TopicCount } from './on-file.ts';
export { type FactDeskOptions, openFactDesk, type ReloadableFactDesk } from './open-fact-desk.ts';
export type { GivenReply, ReplyStanding } from './reply-standing.ts';
export { type AboutFact, NEWER, REPLY_MISSING, tellAboutFact, WELCOME } from './reply-texts.ts';
export type { QuestionLikeness } from './same-questions.ts';
export { standingHeading } from './standing-heading.ts';
export { sureQuotes } from './sure-quotes.ts';
export {
  type ComparedBy,
  DEFAULT_TARGET,
  fingerprintDecision,
  readSureness,
  type Sureness,
} from './sureness.ts';
export { tellMismatches } from './tell-mismatch.ts';
export { TookTooLongError } from './time-limit.ts';
export { asItStands } from './to-quote.ts';
export { warnOfQuestions } from './warn-of-questions.ts';
