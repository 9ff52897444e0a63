export type { Listener } from './listener.ts';
export { createListeners, register } from './register.ts';
