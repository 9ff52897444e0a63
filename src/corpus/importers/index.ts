export { type Decoded, decodeText } from './decode-text.ts';
export { type Format, IMPORTERS, isFormat } from './formats.ts';
export { guessFormat } from './guess-format.ts';
export type { ImportDocument, Imported, Importer } from './importer.ts';
export { isFieldName } from './named-fields.ts';
export { importNinjsLine } from './ninjs.ts';
