export { type SlackApp, type SlackAppOptions, SlackStartError, startSlackApp } from './start-slack-app.ts';
