import type { Config } from '../config.ts';
import { createFactVectors, type FactVectors } from '../corpus-index/index.ts';
import { createQuestionEncoder, type EncodeQuestion, type Encoder, openEncoder } from '../encoder/index.ts';

/** What a command compares in meaning by. */
export interface CommandMeaning {
  readonly vectors?: FactVectors;
  readonly encodeQuestion?: EncodeQuestion;
  close(): Promise<void>;
}

/** At a command line nobody else waits. */
const MOST_MS = 5_000;

/** Opens the encoder that is set, if any. `report` is told what is gone on without. Rejects with an EncoderError. */
export async function openMeaning(
  { encoder, data }: Pick<Config, 'encoder' | 'data'>,
  report: (reason: string) => void,
): Promise<CommandMeaning> {
  if (typeof encoder === 'string') return { close: async () => {} };
  const opened: Encoder = await openEncoder(encoder.folder);
  return {
    vectors: createFactVectors({ folder: encoder.folder, data, report }),
    encodeQuestion: createQuestionEncoder(opened, { report, mostMs: MOST_MS }),
    close: () => opened.close(),
  };
}
