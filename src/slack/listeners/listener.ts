import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  webApi,
} from '@slack/bolt';
import type { Receipt } from '../connection/receipt.ts';

/** What is told to Slack about a request. What no listener confirms or withholds is confirmed when all are done. */
interface Receivable {
  readonly receipt: Receipt;
}

/** What a listener gets when a slash command was typed. */
export type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs & Receivable;
/** What a listener gets when a button was pressed or a menu used. */
export type ActionArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs & Receivable;
/** What a listener gets when a modal was submitted or closed. */
export type ViewArgs = SlackViewMiddlewareArgs & AllMiddlewareArgs & Receivable;
/** What a listener gets when a shortcut was used. */
export type ShortcutArgs = SlackShortcutMiddlewareArgs & AllMiddlewareArgs & Receivable;

/** What a listener gets when a workflow runs a step of ours. */
export type StepArgs = SlackEventMiddlewareArgs<'function_executed'> & AllMiddlewareArgs;

/** An event's body is read by our own readers, whatever the types promise. */
export interface EventArgs extends Receivable {
  readonly body: unknown;
  readonly client: webApi.WebClient;
}

/** One entry point into the bot: it reads, keeps, acknowledges, asks, renders and sends. */
export type Listener =
  | { readonly kind: 'command'; readonly name: string; listen(args: CommandArgs): Promise<void> }
  | {
      readonly kind: 'event';
      readonly name: string;
      /** As the manifest subscribes to it: `message.im` arrives as `message`. */
      readonly subscriptions: readonly string[];
      listen(args: EventArgs): Promise<void>;
    }
  | { readonly kind: 'action'; readonly name: string; listen(args: ActionArgs): Promise<void> }
  | { readonly kind: 'view'; readonly name: string; listen(args: ViewArgs): Promise<void> }
  | { readonly kind: 'shortcut'; readonly name: string; listen(args: ShortcutArgs): Promise<void> }
  | { readonly kind: 'step'; readonly name: string; listen(args: StepArgs): Promise<void> };
