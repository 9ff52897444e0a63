export { type ExaminedSignedHttp, examineSignedHttp } from './examine-signed-http.ts';
export { type ExaminedTokens, examineTokens } from './examine-tokens.ts';
export { openWorkspacesPort, type WorkspacesPort } from './open-workspaces-port.ts';
export { everyObserver, NOBODY, type Observer } from './sending/slack-observer.ts';
export {
  type ChannelBehaviour,
  type ChannelSettings,
  ChannelSettingsError,
  defaultChannelSettings,
  readChannelSettings,
  unknownTopics,
} from './services/channel-settings.ts';
export type { FilingSettings } from './services/services.ts';
export { type SlackApp, type SlackAppOptions, SlackStartError, startSlackApp } from './start-slack-app.ts';
