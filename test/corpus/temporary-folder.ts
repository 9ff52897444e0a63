import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes real files into a new folder and gives the folder's path. */
export async function createFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'factdesk-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

/** A sheet with the given sections under a sound head. */
export function createSheet(sections: string, head = 'title: A report\npublished: 2024-10-01'): string {
  return `---\n${head}\n---\n\n${sections}\n`;
}
