import { Command, InvalidArgumentError } from 'commander';
import {
  ArchiveWriteError,
  FORMATS,
  type Format,
  type ImportRemark,
  type ImportReport,
  importArticles,
  isFieldName,
  isFormat,
} from '../corpus/index.ts';
import { CommandError } from './command-error.ts';
import { openProgressLine } from './import-progress.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

interface ImportOptions {
  readonly out: string;
  readonly format?: Format;
  readonly map?: ReadonlyMap<string, string>;
  readonly publisher?: string;
  readonly provider?: string;
  readonly timezone?: string;
  readonly dryRun?: true;
  readonly allowPrivate?: true;
}

const NAMES = FORMATS.join(', ');

/** `factdesk import`: reads articles in the formats newsrooms have into an archive folder. */
export function importCommand(terminal: Terminal): Command {
  return new Command('import')
    .description('Read articles in the formats newsrooms have into an archive folder.')
    .argument(
      '<source...>',
      'files, folders, packages (.zip, .tar.gz, .jsonl.gz), addresses, or - for a pipe',
    )
    .requiredOption('--out <folder>', 'the archive folder; it is made when it is not there')
    .option('--format <name>', `the format, when it is guessed wrong: ${NAMES}`, readFormat)
    .option(
      '--map <field=column>',
      'what a table calls a field, such as text=Story; may be repeated',
      readMapping,
    )
    .option('--publisher <name>', 'whose articles these are, where they do not say', readName)
    .option('--provider <name>', 'within what their ids are unique, where they do not say', readName)
    .option('--timezone <zone>', 'the zone of times that name none, such as Europe/Oslo', readTimezone)
    .option('--dry-run', 'tell what would happen and write nothing')
    .option('--allow-private', 'fetch addresses inside your own network, too')
    .action((sources: readonly string[], options: ImportOptions) => importAll(sources, options, terminal));
}

async function importAll(
  sources: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  const progress = openProgressLine(terminal);
  const { publisher, provider, timezone } = options;
  try {
    const report = await importArticles({
      sources,
      out: options.out,
      stdin: terminal.stdin,
      now: terminal.now,
      ...(options.format ? { format: options.format } : {}),
      ...(options.map ? { columns: options.map } : {}),
      defaults: { publisher, provider, timezone },
      dryRun: options.dryRun === true,
      allowPrivate: options.allowPrivate === true,
      onProgress: progress.show,
      onRemark: (remark) => {
        progress.clear();
        terminal.stderr.write(describeRemark(remark));
      },
    });
    progress.clear();
    tell(report, options, terminal);
  } catch (error) {
    progress.clear();
    if (error instanceof ArchiveWriteError) throw new CommandError(error.message);
    throw error;
  }
}

function describeRemark({ kind, ...problem }: ImportRemark): string {
  return problemLine({ ...problem, what: kind === 'warning' ? `warning: ${problem.what}` : problem.what });
}

function tell(report: ImportReport, { out, dryRun }: ImportOptions, { stdout, setExitCode }: Terminal): void {
  stdout.write(
    `${describeReport(report)}\n${describeHeldBack(report)}${describeUnusual(report)}${describeLeftOut(report)}`,
  );
  stdout.write(dryRun ? `Nothing was written: this was a dry run.\n` : `The archive is ${out}.\n`);
  if (report.skipped + report.doubted + report.unmet > 0) setExitCode(1);
}

/** `12 read: 9 written, 1 replaced, 1 unchanged, 0 older than on file, 1 skipped` */
function describeReport({ read, written, replaced, unchanged, older, skipped }: ImportReport): string {
  const counts = { written, replaced, unchanged, 'older than on file': older, skipped };
  const parts = Object.entries(counts).map(([what, count]) => `${count.toLocaleString('en')} ${what}`);
  return `${read.toLocaleString('en')} read: ${parts.join(', ')}.`;
}

/** `5 held back, being drafts, under embargo or withdrawn; of 1 the state was not understood.` */
function describeHeldBack({ heldBack, doubted }: ImportReport): string {
  if (heldBack === 0) return '';
  const reason = doubted === 0 ? '' : `; of ${doubted.toLocaleString('en')} the state was not understood`;
  return `${heldBack.toLocaleString('en')} held back, being drafts, under embargo or withdrawn${reason}.\n`;
}

/** `1 to take back or correct an article met none.` Nothing where all is well. */
function describeUnusual({ unmet, erased }: ImportReport): string {
  const told = [
    ...(unmet > 0 ? [`${unmet.toLocaleString('en')} to take back or correct an article met none`] : []),
    ...(erased > 0 ? [`${erased.toLocaleString('en')} not let in again, erased by the desk`] : []),
  ];
  return told.map((line) => `${line}.\n`).join('');
}

/** `Left out, being no articles: 12 picture, 1 video.` */
function describeLeftOut({ leftOut }: ImportReport): string {
  const parts = [...leftOut].map(([type, count]) => `${count.toLocaleString('en')} ${type}`);
  return parts.length === 0 ? '' : `Left out, being no articles: ${parts.join(', ')}.\n`;
}

function readFormat(name: string): Format {
  if (isFormat(name)) return name;
  throw new InvalidArgumentError(`It is one of ${NAMES}.`);
}

function readName(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new InvalidArgumentError('Write a name.');
}

/** Offsets such as +02:00 are refused: they are wrong for half of the year. */
function readTimezone(zone: string): string {
  if (/^[A-Za-z]/.test(zone) && isTimezone(zone)) return zone;
  throw new InvalidArgumentError('Write the IANA name of a zone, such as Europe/Oslo or America/New_York.');
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function readMapping(
  text: string,
  mapped: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const [, field, column] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (!field || !column || !isFieldName(field)) {
    throw new InvalidArgumentError('Write field=column, with a field such as text, title or published.');
  }
  return new Map([...mapped, [field, column]]);
}
