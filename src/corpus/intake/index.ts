export { INTAKE_LIMITS, type IntakeLimits } from './delivery.ts';
export { type ImportOrder, type ImportProgress, type ImportReport, runImport } from './run-import.ts';
