export { type AdminServer, startAdminServer } from './admin-server.ts';
export type { Figures } from './bot-figures.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { observedLedger } from './observed-ledger.ts';
export { createReadiness, type Readiness } from './readiness.ts';
export { openTraces, type Traces } from './traces.ts';
