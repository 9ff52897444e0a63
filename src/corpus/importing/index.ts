export { IMPORT_LIMITS } from './import-item.ts';
export type { ImportRemark, ImportReport } from './import-tally.ts';
export { type ImportOrder, type ImportProgress, runImport } from './run-import.ts';
