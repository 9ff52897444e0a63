export { decodeText } from './decode-text.ts';
export { DOCX_PROPERTIES } from './docx.ts';
export { type ForeignFile, recogniseForeign, refuseForeign } from './foreign-file.ts';
export type { Format } from './format-names.ts';
export { IMPORTERS, isJsonFormat } from './formats.ts';
export { describeUnknown, guessFormat, guessJson } from './guess-format.ts';
export type { ImportDefaults, ImportDocument, Imported, Importer } from './importer.ts';
export { noArticle, problemAt, warningAt } from './importer.ts';
export { importNinjsLine } from './ninjs.ts';
