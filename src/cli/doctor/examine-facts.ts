import { access, constants, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { amount } from '../../amount.ts';
import type { Config } from '../../config.ts';
import { CorpusError, deskSheetOf, inspectCorpus, openVisibleArchive } from '../../corpus/index.ts';
import { archiveIndexFile } from '../../corpus-index/index.ts';
import { type Finding, notSet, ok, warning, wrong } from './finding.ts';

/** Whether the fact sheets can be read. */
export async function examineSheets({ facts }: Config): Promise<Finding> {
  const { corpus, problems } = await inspectCorpus({ sheets: facts, archive: [] });
  const says = `${facts}: ${amount(corpus.facts.length, 'fact')} in ${amount(corpus.sheets, 'sheet')}`;
  if (corpus.facts.length === 0)
    return wrong(
      'facts',
      `${says}, ${amount(problems.length, 'problem')}`,
      'Run factdesk check: it tells what is missing.',
    );
  if (problems.length > 0)
    return wrong(
      'facts',
      `${says}, ${amount(problems.length, 'problem')}`,
      'Run factdesk check: it tells each and how to mend it.',
    );
  return ok('facts', says);
}

/** Whether facts that the desk signs in Slack can be written. */
export async function examineDeskFolder(
  { facts, deskChannel, deskSheet: sheet }: Config,
  now: Date,
): Promise<Finding> {
  if (deskChannel === undefined) return notSet('desk', 'none (DESK_CHANNEL)');
  const folder = dirname(join(facts, deskSheetOf({ sheet }, now).name));
  if (await isWritable(folder)) return ok('desk', `${folder} can be written`);
  return warning(
    'desk',
    `${folder} cannot be made or written`,
    'Let the user who runs the bot write there: facts that the desk signs wait until then.',
  );
}

/** A folder, or one that can be made. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return (await stat(folder)).isDirectory();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing && folder !== dirname(folder) && isWritable(dirname(folder));
  }
}

/** Whether the archive can be read, and whether an index of it is kept. */
export async function examineArchive(config: Config, now: Date): Promise<readonly Finding[]> {
  const { archive } = config;
  if (archive.length === 0) return [notSet('archive', 'none (FACTDESK_ARCHIVE)')];
  const findings: Finding[] = [];
  try {
    const { articles, problems } = await openVisibleArchive(archive, { now });
    const says = `${amount(articles, 'article')} that may be shown`;
    findings.push(
      problems.length === 0
        ? ok('archive', says)
        : warning(
            'archive',
            `${says}, ${amount(problems.length, 'line')} that cannot be read`,
            'Import those files again.',
          ),
    );
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    findings.push(wrong('archive', error.message, 'Set FACTDESK_ARCHIVE to folders that are there.'));
  }
  const file = archiveIndexFile(config);
  const isKept = await access(file).then(
    () => true,
    () => false,
  );
  findings.push(
    isKept
      ? ok('index', file)
      : warning('index', 'not built yet', 'Run factdesk index, or wait for the first start to build it.'),
  );
  return findings;
}
