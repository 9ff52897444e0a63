export { type Encoder, EncoderError, type EncoderModel, type TextKind } from './encoder.ts';
export { openEncoder } from './open-encoder.ts';
