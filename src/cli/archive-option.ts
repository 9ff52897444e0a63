import { Option } from 'commander';

/** `--archive FOLDER`, which may be said several times. */
export function archiveOption(): Option {
  return new Option('--archive <folder>', 'a folder of the archive; may be said several times').argParser(
    (folder: string, earlier: readonly string[] = []): readonly string[] => [...earlier, folder],
  );
}
