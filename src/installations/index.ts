export { type BotToken, createBotToken, type RefreshedToken } from './bot-token.ts';
export { type Grant, type Installation, isInstallationKey } from './installation.ts';
export {
  createInstallations,
  type Installations,
  type RotatedKeys,
  type UnreadableInstallation,
} from './installations.ts';
export { createKeyRing, type KeyRing, MissingKeyError, SpoiltInstallationError } from './key-ring.ts';
