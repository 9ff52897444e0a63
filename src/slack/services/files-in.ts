import type { FactDesk } from '../../answer/index.ts';
import type { Services } from './services.ts';

/**
 * The files as far as the settings let them be seen in a channel: nothing beyond its topics is found, counted or named.
 *
 * @param channel null for what stands in no channel, such as the Home tab: there it is as it is everywhere
 */
export function filesIn(
  channel: string | null,
  { factDesk, channelSettings }: Pick<Services, 'factDesk' | 'channelSettings'>,
): FactDesk {
  const { topics } = channelSettings.of(channel);
  if (topics === null) return factDesk;
  return {
    decision: factDesk.decision,
    ask: (question, options) => factDesk.ask(question, { ...options, topics }),
    awaited: (question, options) => factDesk.awaited(question, { ...options, topics }),
    fact: (factId) => factDesk.fact(factId, { topics }),
    follow: (shown) => factDesk.follow(shown),
    standing: (reply) => factDesk.standing(reply, { topics }),
    onFile: () => factDesk.onFile({ topics }),
    sureness: () => factDesk.sureness(),
    compareQuestions: (question, others) => factDesk.compareQuestions(question, others),
    filesSince: () => factDesk.filesSince(),
    factsOnTopic: (topic, limit) => factDesk.factsOnTopic(topic, limit, { topics }),
    overdueFacts: () => factDesk.overdueFacts({ topics }),
    newestFacts: (limit) => factDesk.newestFacts(limit, { topics }),
  };
}
