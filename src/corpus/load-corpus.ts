import type { CalibrationReading } from './calibration/calibration.ts';
import { readCalibration } from './calibration/calibration-file.ts';
import { byPlace, CorpusError, type Problem } from './problem.ts';
import { checkReferences } from './sheets/check-references.ts';
import type { Fact } from './sheets/fact.ts';
import { openSheetReader, type SheetReader, type VisibilityByFile } from './sheets/read-sheets.ts';
import { readSynonyms } from './synonyms/read-synonyms.ts';
import type { SynonymRule } from './synonyms/synonym-rule.ts';

/** Where the corpus is kept. Either part may hold nothing, not both. */
export interface CorpusPlace {
  /** Folder of the fact sheets. */
  readonly sheets: string;
  /** Folders of the archive; read anew whenever what may be shown changes. */
  readonly archive: readonly string[];
}

/** What is on file: every fact of every sheet, withdrawn and embargoed ones too, and the archive. */
export interface Corpus {
  readonly facts: readonly Fact[];
  /** How many sheets were read. */
  readonly sheets: number;
  /** What the desk says of names and words, in `synonyms.yml` beside the sheets. */
  readonly synonyms: readonly SynonymRule[];
  /** How sure the bot must be, in `calibration.yml` beside the sheets; undefined where nobody has measured it. */
  readonly calibration?: CalibrationReading;
  /** Folders of the archive. */
  readonly archive: readonly string[];
}

/** Reads the sheets, sub-folders included, and the synonyms. Throws CorpusError with all problems of all of them. */
export async function loadCorpus(place: CorpusPlace): Promise<Corpus> {
  const { corpus, problems } = await inspectCorpus(place);
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
}

/** A corpus as it was found: its valid part, and its problems. */
export interface Inspection {
  readonly corpus: Corpus;
  readonly problems: readonly Problem[];
  /** Of invalid facts too. */
  readonly visibility: VisibilityByFile;
  /** Whether the folder of the sheets could be read. */
  readonly isReadable: boolean;
  /** Whether some file or folder could not be read just now. */
  readonly isPartial: boolean;
}

/**
 * Gives the valid part and all problems. A folder without sheets is a problem unless there is an archive. Never
 * rejects.
 */
export function inspectCorpus(place: CorpusPlace): Promise<Inspection> {
  return inspectWith(place, openSheetReader(place.sheets));
}

/** The same with a reader of before, which reads only the sheets written since. */
export async function inspectWith(
  { sheets: folder, archive }: CorpusPlace,
  reader: SheetReader,
): Promise<Inspection> {
  const read = await reader.read();
  const isMissing = read.sheets === 0 && archive.length === 0;
  const synonyms = read.isReadable ? await readSynonyms(folder) : { rules: [], problems: [] };
  const missing = isMissing ? [noSheets(folder, read.isReadable)] : [];
  const references = checkReferences(read.facts, read.ids);
  const problems = [...read.problems, ...synonyms.problems, ...missing, ...references];
  const calibration = read.isReadable ? await readCalibration(folder) : undefined;
  const corpus = {
    ...{ facts: read.facts, sheets: read.sheets, synonyms: synonyms.rules, archive },
    ...(calibration && { calibration }),
  };
  const { visibility, isReadable, isPartial } = read;
  return { corpus, problems: problems.sort(byPlace), visibility, isReadable, isPartial };
}

function noSheets(folder: string, isReadable: boolean): Problem {
  return isReadable
    ? { file: folder, what: 'the folder holds no fact sheets', mend: 'Add a sheet that ends in .md' }
    : { file: folder, what: 'the folder cannot be read', mend: 'Name a folder that holds fact sheets' };
}
