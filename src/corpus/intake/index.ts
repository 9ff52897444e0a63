export { INTAKE_LIMITS, type IntakeLimits } from './delivery.ts';
export type { ImportRemark, ImportReport } from './import-tally.ts';
export { type ImportOrder, type ImportProgress, runImport } from './run-import.ts';
