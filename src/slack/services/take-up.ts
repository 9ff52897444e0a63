import type { webApi } from '@slack/bolt';
import type { Services } from './services.ts';

/** Why it is looked: the corpus was read, or a minute has gone by. */
export type Occasion = 'corpus-read' | 'minute';

/** Looks what the facts that are on file now mean for people who were told something before. May reject. */
export type TakeUp = (services: Services, client: webApi.WebClient, occasion: Occasion) => Promise<void>;
