import { access } from 'node:fs/promises';
import { amount } from '../../amount.ts';
import type { Config } from '../../config.ts';
import { CorpusError, inspectCorpus, openVisibleArchive } from '../../corpus/index.ts';
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
