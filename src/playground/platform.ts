import type { EventFeed } from './delivery/event-feed.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { AssistantThreads } from './interaction/assistant-threads.ts';
import type { Notices } from './interaction/notices.ts';
import type { ResponseAddresses } from './interaction/response-addresses.ts';
import type { TriggerIds } from './interaction/trigger-ids.ts';
import type { ViewStore } from './interaction/view-store.ts';
import type { WorkflowSteps } from './interaction/workflow-steps.ts';
import type { SocketHub } from './socket/socket-hub.ts';
import type { Uploads } from './web-api/uploads.ts';
import type { Messaging } from './workspace/messaging.ts';
import type { Workspace } from './workspace/workspace.ts';

/** The parts of the stand-in that what people do, and what the app calls, both work on. */
export interface Platform {
  readonly workspace: Workspace;
  readonly hub: SocketHub;
  readonly outbox: Outbox;
  readonly feed: EventFeed;
  readonly messaging: Messaging;
  readonly views: ViewStore;
  readonly triggers: TriggerIds;
  readonly responses: ResponseAddresses;
  readonly notices: Notices;
  readonly assistant: AssistantThreads;
  readonly steps: WorkflowSteps;
  readonly uploads: Uploads;
}
