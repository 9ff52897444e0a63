import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { once } from '../../memo.ts';

/** The page's script and style, bundled. */
export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

const entry = () => fileURLToPath(import.meta.resolve('#project/src/playground/page/main.tsx'));

/** Bundles the page in memory, when it is first asked for; nothing is written to disk. */
export const bundlePage = once(async (): Promise<PageBundle> => {
  const { outputFiles } = await build({
    entryPoints: [entry()],
    bundle: true,
    write: false,
    outdir: 'page',
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
});
