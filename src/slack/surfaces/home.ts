import { renderHome } from '../blocks/home.ts';
import { suggestedPrompts } from '../blocks/prompts.ts';
import { patiently } from '../patience.ts';
import { type HomeOpening, readHomeOpening } from '../payloads.ts';
import type { Services } from '../services.ts';
import { errorFields } from '../slack-failure.ts';
import type { EventArgs, Surface } from './surface.ts';

/** The app's own page: its Home tab is drawn, its messages get suggested prompts. */
export function home(services: Services): Surface {
  return {
    kind: 'event',
    name: 'app_home_opened',
    subscriptions: ['app_home_opened'],
    async listen({ body, client }: EventArgs) {
      const opening = readHomeOpening(body);
      if (opening === null) return;
      try {
        await (opening.tab === 'home' ? publish : suggest)(opening, client, services);
      } catch (error) {
        // Nobody asked for anything: the person sees what was there before, and finds it new the next time.
        services.logger.warn(
          { tab: opening.tab, user: opening.user, ...errorFields(error) },
          'tab not prepared',
        );
      }
    },
  };
}

type Prepare = (opening: HomeOpening, client: EventArgs['client'], services: Services) => Promise<void>;

const publish: Prepare = async ({ user }, client, { factDesk, wait }) => {
  const view = renderHome(await factDesk.onFile());
  await patiently(() => client.views.publish({ user_id: user, view }), wait, { isRepeatable: true });
};

/** Only an agent-enabled app has prompts; without `agent_view` Slack refuses the call, which is as good as done. */
const suggest: Prepare = async ({ channel }, client, { factDesk, wait }) => {
  const prompts = [...suggestedPrompts(await factDesk.onFile())];
  if (channel === null || prompts.length === 0) return;
  await patiently(() => client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts }), wait);
};
