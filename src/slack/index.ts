export { type Claim, createMemoryClaims } from './memory-claims.ts';
export { type SlackApp, type SlackAppOptions, SlackStartError, startSlackApp } from './start-slack-app.ts';
