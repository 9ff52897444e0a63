import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const manifest = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** The scopes that the app's manifest asks for. */
export async function manifestScopes(): Promise<readonly string[]> {
  const file = fileURLToPath(import.meta.resolve('#project/manifest.yml'));
  return manifest.parse(parse(await readFile(file, 'utf8'))).oauth_config.scopes.bot;
}
