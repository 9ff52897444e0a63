import type { Listener } from '../listener.ts';

/**
 * What the person looks at beside the agent pane. An agent-enabled app has to subscribe to it; it is knowingly left
 * unread, since an answer depends on the question and the files alone.
 */
export function agentContext(): Listener {
  return {
    kind: 'event',
    name: 'app_context_changed',
    subscriptions: ['app_context_changed'],
    listen: async () => {},
  };
}
