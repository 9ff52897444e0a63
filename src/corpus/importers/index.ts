export { decodeText } from './decode-text.ts';
export type { Format } from './format-names.ts';
export { IMPORTERS } from './formats.ts';
export { guessFormat } from './guess-format.ts';
export type { ImportDefaults, ImportDocument, Imported, Importer } from './importer.ts';
export { noArticle } from './importer.ts';
export { importNinjsLine } from './ninjs.ts';
