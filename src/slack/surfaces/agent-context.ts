import type { Surface } from './surface.ts';

/**
 * What the person looks at beside the agent pane. An agent-enabled app has to subscribe to it; it is knowingly left
 * unread, since an answer depends on the question and the files alone.
 */
export function agentContext(): Surface {
  return {
    kind: 'event',
    name: 'app_context_changed',
    subscriptions: ['app_context_changed'],
    listen: async () => {},
  };
}
