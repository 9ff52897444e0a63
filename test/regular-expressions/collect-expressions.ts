import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/** A regular expression of the source. */
export interface SourceExpression {
  readonly file: string;
  readonly expression: RegExp;
}

/** What a file of the source writes: its literals, and how many expressions it puts together from strings. */
interface Written {
  readonly literals: readonly RegExp[];
  readonly constructed: number;
}

/**
 * Every regular expression of the source, once: literals as they are written, and those put together as they come out.
 * What an imported file puts together is noted for whoever imports it, too.
 */
export async function collectExpressions(): Promise<readonly SourceExpression[]> {
  const names = (await readdir('src', { recursive: true })).map((name) =>
    posix.join('src', name.replaceAll('\\', '/')),
  );
  const found = new Map<string, SourceExpression>();
  for (const file of names.filter((name) => /\.tsx?$/.test(name)).sort()) {
    const { literals, constructed } = await readWritten(file);
    const built = constructed === 0 ? [] : await constructedIn(file);
    if (built.length < constructed)
      throw new Error(`${file} puts expressions together when it runs. Do so once, where the module begins.`);
    for (const expression of [...literals, ...built])
      found.set(String(expression), found.get(String(expression)) ?? { file, expression });
  }
  return [...found.values()];
}

async function readWritten(file: string): Promise<Written> {
  const loader = file.endsWith('x') ? 'tsx' : 'ts';
  const { code } = await transform(await readFile(file, 'utf8'), {
    loader,
    target: 'esnext',
    charset: 'utf8',
  });
  const literals: RegExp[] = [];
  let constructed = 0;
  const visit = (node: unknown): void => {
    if (node instanceof RegExp) literals.push(node);
    else if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const { type, callee } = node as {
        readonly type?: string;
        readonly callee?: { readonly name?: string };
      };
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') constructed++;
      Object.values(node).forEach(visit);
    }
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return { literals, constructed };
}

/** Imports a file and notes what it makes of `RegExp` meanwhile; importing does nothing else. */
async function constructedIn(file: string): Promise<readonly RegExp[]> {
  const noted: RegExp[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, given: [string, string?]) {
      const expression = new target(...given);
      if (new Error('Who asks?').stack?.includes(`${file}?anew`)) noted.push(expression);
      return expression;
    },
  });
  try {
    await import(/* @vite-ignore */ `${pathToFileURL(file).href}?anew`);
  } finally {
    globalThis.RegExp = original;
  }
  return noted;
}
