import packageJson from '../../../package.json' with { type: 'json' };
import { amount } from '../../amount.ts';
import type { Config } from '../../config.ts';
import { inspectCorpus } from '../../corpus/index.ts';
import type { Terminal } from '../terminal.ts';
import { withFactDesk } from '../with-fact-desk.ts';
import {
  changedAnswers,
  type ExampleAnswer,
  type ExampleAnswers,
  exampleAnswer,
  exampleFact,
  exampleQuestions,
  readExampleAnswers,
  writeExampleAnswers,
} from './example-answers.ts';
import { type Finding, ok, warning } from './finding.ts';

/** So many are named; the others are counted. */
const MOST_NAMED = 5;

/**
 * Asks the example questions of the sheets, and says which get another answer than the last time, though the desk has
 * changed nothing: after an upgrade. What they get is remembered the first time, and whenever that is asked for.
 */
export async function examineExamples(
  { data, facts }: Pick<Config, 'data' | 'facts'>,
  terminal: Terminal,
  remember: boolean,
): Promise<Finding> {
  const now = await askExamples(facts, terminal);
  const before = remember ? undefined : await readExampleAnswers(data);
  const changed = before === undefined ? new Map() : changedAnswers(before, now);
  const stamp = { factdesk: packageJson.version, rememberedAt: terminal.now().toISOString() };
  try {
    // A change that was told is told again until somebody has found it right.
    const { factdesk, rememberedAt } = before ?? stamp;
    const answers = { ...now.answers, ...Object.fromEntries(changed) };
    await writeExampleAnswers(data, { factdesk, rememberedAt, facts: now.facts, answers });
  } catch {
    return warning('examples', `cannot be remembered in ${data}`, 'Let it be written by this user.');
  }
  const asked = amount(Object.keys(now.answers).length, 'question');
  if (before === undefined) return ok('examples', `${asked} of the sheets asked, and remembered`);
  const since = `${before.rememberedAt.slice(0, 10)} (factdesk ${before.factdesk})`;
  if (changed.size === 0) return ok('examples', `${asked} of the sheets get what they got on ${since}`);
  const named = [...changed.keys()].slice(0, MOST_NAMED).map((question) => `"${question}"`);
  const more = changed.size > MOST_NAMED ? ` and ${changed.size - MOST_NAMED} more` : '';
  return warning(
    'examples',
    `${changed.size} of ${asked} get another answer than on ${since}: ${named.join(', ')}${more}`,
    'Ask each (factdesk ask). If the answers are right: factdesk doctor --remember.',
  );
}

async function askExamples(
  folder: string,
  terminal: Terminal,
): Promise<Pick<ExampleAnswers, 'facts' | 'answers'>> {
  const { corpus } = await inspectCorpus({ sheets: folder, archive: [] });
  const answers: Record<string, ExampleAnswer> = {};
  await withFactDesk({ facts: folder, archive: [] }, terminal, async (desk) => {
    for (const question of exampleQuestions(corpus.facts))
      answers[question] = exampleAnswer(await desk.ask(question));
  });
  return { facts: corpus.facts.map(exampleFact), answers };
}
