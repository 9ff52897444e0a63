import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const SPEAKERS = 1_000;

/** A corpus with a thousand speakers, each of whom says something of a ferry. */
export async function manySpeakers() {
  const sections = Array.from({ length: SPEAKERS }, (_, n) => {
    const fields = [
      '- kind: quote',
      `- said by: Captain Number${n} of Exampleton`,
      `- asked as: What said captain ${n}?`,
    ];
    return `## captain-${n}\n> Ferry ${n} was late.\n\n${fields.join('\n')}\n`;
  });
  const sheets = await createFolder({ 'a.md': createSheet(sections.join('\n')) });
  return loadCorpus({ sheets, archive: [] });
}

/** A question of which each word is compared with every speaker: of so many, they take several seconds. */
export const HARD_QUESTION = Array.from({ length: 2_400 }, (_, n) => `speaker:austn${n}`).join(' ');

/** Far longer than any other question on file takes, far shorter than that one. */
export const BETWEEN_MS = 1_500;
