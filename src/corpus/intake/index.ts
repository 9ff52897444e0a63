export { INTAKE_LIMITS, type IntakeLimits } from './delivery.ts';
export type { ImportReport } from './import-tally.ts';
export { type ImportOrder, type ImportProgress, runImport } from './run-import.ts';
