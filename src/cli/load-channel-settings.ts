import { readFile } from 'node:fs/promises';
import {
  type ChannelSettings,
  ChannelSettingsError,
  defaultChannelSettings,
  readChannelSettings,
} from '../slack/index.ts';
import { CommandError } from './command-error.ts';

/** Reads the file of channel settings, if there is one. Rejects with CommandError that lists every problem. */
export async function loadChannelSettings(file: string | undefined): Promise<ChannelSettings> {
  if (file === undefined) return defaultChannelSettings;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CommandError(`${file} cannot be read. Check FACTDESK_CHANNELS.`, { cause, exitCode: 2 });
  });
  try {
    return readChannelSettings(text);
  } catch (cause) {
    throw cause instanceof ChannelSettingsError
      ? new CommandError(`${file}: ${cause.message}`, { cause, exitCode: 2 })
      : cause;
  }
}
