export { type Encoder, EncoderError, type EncoderModel, type TextKind } from './encoder.ts';
export { openEncoder } from './open-encoder.ts';
export { createQuestionEncoder, type EncodedQuestion, type EncodeQuestion } from './question-encoder.ts';
export { openVectorStore, type TextToEncode, type VectorStore } from './vector-store.ts';
