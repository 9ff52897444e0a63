import type { webApi } from '@slack/bolt';
import { formatPartialDate } from '../../answer/index.ts';
import { asInlineText, clip } from '../blocks/inline-text.ts';
import { patiently } from '../sending/patiently.ts';
import { slackFailure } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';

const LONGEST_NAME = 80;

/**
 * Who stands for a fact, as a sheet says it: `Ada Quill and Grace Bell, 1 December 2026`. Whom Slack does not tell the
 * name of stands there by their id.
 */
export async function checkedByOf(
  people: readonly string[],
  { wait, now }: Services,
  client: webApi.WebClient,
): Promise<string> {
  const names = await Promise.all([...new Set(people)].map((user) => nameOf(user, { client, wait })));
  return `${names.join(' and ')}, ${formatPartialDate(now().toISOString().slice(0, 10))}`;
}

async function nameOf(
  user: string,
  { client, wait }: Pick<Services, 'wait'> & { readonly client: webApi.WebClient },
): Promise<string> {
  try {
    const { user: found } = await patiently(() => client.users.info({ user }), wait, { isRepeatable: true });
    // A name is somebody's own choice, and must be no field of a sheet.
    const name = asInlineText(found?.real_name ?? '')
      .replaceAll(/[^\p{L}\p{M}\p{N} .,'’()-]+/gu, '')
      .trim();
    return name === '' ? user : clip(name, LONGEST_NAME);
  } catch (error) {
    if (slackFailure(error).kind === 'other') throw error;
    return user;
  }
}
