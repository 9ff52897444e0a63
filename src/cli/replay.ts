import { Command, Option } from 'commander';
import { createColors } from 'picocolors';
import { type FactDesk, TookTooLongError } from '../answer/index.ts';
import { UnreachableFileError } from '../corpus/index.ts';
import { factVersion, type Ledger, type ShownReply } from '../ledger/index.ts';
import { archiveOption } from './archive-option.ts';
import { CommandError } from './command-error.ts';
import { jsonLine } from './json-line.ts';
import { type Replay, type ReplayedFact, renderReplay } from './render-replay.ts';
import { type ReplayedMessage, readMessageName } from './replayed-message.ts';
import { readMoment } from './replayed-moment.ts';
import type { Terminal } from './terminal.ts';
import { utcTime } from './utc-time.ts';
import { type FactsOptions, withFactDesk } from './with-fact-desk.ts';
import { withLedger } from './with-ledger.ts';

interface ReplayOptions extends FactsOptions {
  readonly at?: string;
  readonly message?: string;
  readonly json: boolean;
  readonly withPrivate: boolean;
}

const HOW = 'Give --message LINK, or --at TIME with the question behind it.';

/** `factdesk replay`: what a reply showed, from the ledger, beside what is on file now. */
export function replayCommand(terminal: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('replay')
    .description('Show a reply as it was shown, word for word, beside what would be shown now.')
    .argument('[question...]', 'with --at: the question, in the words in which it was asked')
    .addOption(new Option('--at <time>', 'what was shown to this question by then').conflicts('message'))
    .option('--message <link>', 'what this message showed: its link, or CHANNEL:TS')
    .option('--json', 'as one JSON object', false)
    .option('--with-private', 'also what is private: words, people, places', false)
    .option('--facts <folder>', 'folder of the fact sheets')
    .addOption(archiveOption())
    .action(async (words: readonly string[], options: ReplayOptions) => {
      const wanted = readWanted(words.join(' ').trim(), options);
      await withLedger(open, async (ledger) => {
        const replies = await findReplies(ledger, wanted, options);
        await withFactDesk(options, terminal, (desk) => show({ replies, wanted }, desk, options, terminal));
      });
    });
}

/** Which reply is wanted. */
type Wanted =
  | { readonly kind: 'message'; readonly message: ReplayedMessage }
  | { readonly kind: 'question'; readonly question: string; readonly by: Date };

/** Throws CommandError where it is not said which. */
function readWanted(question: string, { at, message }: ReplayOptions): Wanted {
  if (message !== undefined && question === '') return { kind: 'message', message: readMessageName(message) };
  if (at !== undefined && question !== '') return { kind: 'question', question, by: readMoment(at) };
  throw new CommandError(HOW);
}

/** Rejects with a CommandError where nothing is on record. */
async function findReplies(
  ledger: Ledger,
  wanted: Wanted,
  { withPrivate }: ReplayOptions,
): Promise<readonly ShownReply[]> {
  if (wanted.kind === 'message') {
    const replies = await ledger.repliesIn(wanted.message, { withPrivate });
    if (replies.length > 0) return replies;
    throw new CommandError(
      'Nothing is on record of this message. It is no reply of this bot and no question to it, or was erased.',
    );
  }
  const asked = fold(wanted.question);
  const isAsked = (words: string) => fold(words) === asked;
  const replies = await ledger.repliesBy({ at: wanted.by, isAsked }, { withPrivate });
  if (replies.length > 0) return replies;
  const privately = withPrivate ? '' : ' Private questions are looked at with --with-private.';
  throw new CommandError(
    `No reply to a question in these words is on record by ${utcTime(wanted.by)}.${privately}`,
  );
}

/** Case, marks and spaces do not make it another question. */
function fold(words: string): string {
  return (
    words
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

async function show(
  { replies, wanted }: { readonly replies: readonly ShownReply[]; readonly wanted: Wanted },
  desk: FactDesk,
  { json }: ReplayOptions,
  { stdout, stderr, env, setExitCode }: Terminal,
): Promise<void> {
  const asked =
    wanted.kind === 'question'
      ? wanted.question
      : replies.findLast(({ question }) => question !== null)?.question;
  try {
    const replay: Replay = {
      replies: await Promise.all(
        replies.map(async (reply) => ({ ...reply, facts: await standNow(reply, desk) })),
      ),
      now: asked ? await desk.ask(asked) : null,
    };
    const colors = createColors(stdout.isTTY === true && !env.NO_COLOR);
    if (json) stdout.write(jsonLine(replay));
    else stdout.writeStyled(renderReplay(replay, { colors, columns: stdout.columns ?? 80 }));
  } catch (error) {
    if (!(error instanceof TookTooLongError || error instanceof UnreachableFileError)) throw error;
    const replay = { replies: replies.map((reply) => ({ ...reply, facts: unknownNow(reply) })), now: null };
    stdout.write(
      json ? jsonLine(replay) : renderReplay(replay, { colors: createColors(false), columns: 80 }),
    );
    stderr.write(`What would be shown now is not known: ${error.message}\n`);
    setExitCode(1);
  }
}

async function standNow({ facts }: ShownReply, desk: FactDesk): Promise<readonly ReplayedFact[]> {
  const factIds = facts.map(({ factId }) => factId);
  const standing = await desk.standing({ factIds, question: null });
  return facts.map((fact, at) => {
    const now = standing.facts[at];
    if (now === undefined) return { ...fact, now: null };
    const hasChanged = now.kind === 'on-file' && factVersion(now.quote).factHash !== fact.factHash;
    return { ...fact, now: hasChanged ? { kind: 'changed', quote: now.quote } : now };
  });
}

function unknownNow({ facts }: ShownReply): readonly ReplayedFact[] {
  return facts.map((fact) => ({ ...fact, now: null }));
}
