import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import {
  createQuestionEncoder,
  type EncodeQuestion,
  type Encoder,
  EncoderError,
  openEncoder,
} from '../encoder/index.ts';

/** The bot answers without an encoder that cannot be used, and says so. */
export async function openQuestionEncoder({ encoder }: Config, logger: Logger): Promise<Encoder | undefined> {
  if (typeof encoder === 'string') return undefined;
  try {
    return await openEncoder(encoder.folder);
  } catch (error) {
    if (!(error instanceof EncoderError)) throw error;
    logger.error(`${error.message}\nQuestions are answered without it.`);
    return undefined;
  }
}

/** Tells what questions mean by that encoder; where it fails, they are answered without it. */
export function questionsThrough(encoder: Encoder, logger: Logger): EncodeQuestion {
  return createQuestionEncoder(encoder, {
    report: (reason) => logger.error(`${reason} Questions are answered without the encoder.`),
  });
}
