import { suggestedPrompts } from '../../blocks/prompts.ts';
import { type HomeOpening, readHomeOpening } from '../../reading/payloads.ts';
import { publishHome } from '../../replying/publish-home.ts';
import { patiently } from '../../sending/patiently.ts';
import { errorFields } from '../../sending/slack-failure.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { EventArgs, Listener } from '../listener.ts';

/** The app's own page: its Home tab is drawn, its messages get suggested prompts. */
export function homeOpened(services: Services): Listener {
  return {
    kind: 'event',
    name: 'app_home_opened',
    subscriptions: ['app_home_opened'],
    async listen({ body, client }: EventArgs) {
      const opening = readHomeOpening(body);
      if (opening === null) return;
      const { tab, user, hash } = opening;
      try {
        if (tab === 'home') await publishHome({ user, hash, shown: [] }, client, services);
        else await suggest(opening, client, services);
      } catch (error) {
        // Nobody asked for anything: the person sees what was there before, and finds it new the next time.
        services.logger.warn({ tab, user, ...errorFields(error) }, 'tab not prepared');
      }
    },
  };
}

/** Only an agent-enabled app has prompts; without `agent_view` Slack refuses the call, which is as good as done. */
async function suggest(
  { channel }: HomeOpening,
  client: EventArgs['client'],
  services: Services,
): Promise<void> {
  const prompts = [...suggestedPrompts(await filesIn(null, services).onFile())];
  if (channel === null || prompts.length === 0) return;
  await patiently(
    () => client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts }),
    services.wait,
    { isRepeatable: true },
  );
}
