import { type FactDesk, openFactDesk } from '../answer/index.ts';
import { type Config, readConfig } from '../config.ts';
import { loadCorpus, type Problem, soundReading } from '../corpus/index.ts';
import { archiveIndexFile, openIndexProvider } from '../corpus-index/index.ts';
import { openDistantArchive } from './open-distant-archive.ts';
import { openMeaning } from './open-meaning.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

/** Where the facts are, as far as the command line says so. */
export interface FactsOptions {
  /** @default the setting */
  readonly facts?: string;
  /** @default the setting */
  readonly archive?: readonly string[];
}

/** Opens the facts on file, with the encoder that is set, acts, and closes what was opened. */
export async function withFactDesk(
  options: FactsOptions,
  terminal: Terminal,
  act: (desk: FactDesk) => Promise<void>,
): Promise<void> {
  const config = readConfig(terminal.env);
  const { facts, archive, data, encoder, reviewAfterDays } = { ...placeOf(config), ...options };
  const corpus = await loadCorpus({ sheets: facts, archive });
  const report = (problem: Problem) => terminal.stderr.write(problemLine(problem));
  const indexFile = archive.length > 0 ? archiveIndexFile({ data, archive }) : undefined;
  const reading = soundReading(corpus);
  const tell = (line: string) => terminal.stderr.write(`${line}\n`);
  const meaning = await openMeaning({ encoder, data }, tell);
  const distant = options.archive
    ? undefined
    : await openDistantArchive(config, { now: terminal.now, report: tell });
  try {
    const { vectors, encodeQuestion } = meaning;
    const indexProvider = openIndexProvider(() => reading, { indexFile, readOnly: true, vectors });
    await vectors?.encode((await indexProvider.contents(terminal.now())).facts);
    const similarity = encoder === 'off' ? encoder : undefined;
    const desk = await openFactDesk({
      ...{ now: terminal.now, indexProvider, report, encodeQuestion, similarity, reviewAfterDays },
      archive: distant?.archive,
    });
    await act(desk);
  } finally {
    await distant?.close();
    await meaning.close();
  }
}

/** What a cluster holds is not read here, too. */
const placeOf = (config: Config): Config =>
  config.search?.url === undefined ? config : { ...config, archive: [] };
