export { createSurfaces, register } from './register.ts';
export type { Surface } from './surface.ts';
