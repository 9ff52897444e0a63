import { parseArgs } from 'node:util';
import { chooseQuestions } from './choose-questions.ts';
import { ENGINES } from './engines.ts';
import { generatePassages } from './generate-corpus.ts';
import { createLanguage } from './language.ts';
import { type EngineFigures, measureEngine } from './measure.ts';

const { values } = parseArgs({
  options: {
    facts: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const facts = Number(values.facts);
const wanted = Number(values.questions);
const seed = Number(values.seed);
if (![facts, wanted, seed].every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write('--facts, --questions and --seed need whole numbers above 0.\n');
  process.exit(2);
}

const language = createLanguage();
/** Made anew for every engine, so that none is charged for keeping another's corpus. */
const passages = () => generatePassages(language, facts, seed);

function render(
  { engine, buildMs, memoryMb, fixedMb, clean, misspelt }: EngineFigures,
  timesSlower: number | null,
): string {
  const row = ({ p50Ms, p95Ms, p99Ms, s1 }: EngineFigures['clean']) =>
    `${[p50Ms, p95Ms, p99Ms].map((ms) => ms.toFixed(2).padStart(9)).join('')}  s1 ${s1.toFixed(3)}`;
  const ratio = timesSlower === null ? '' : `${timesSlower.toFixed(1)}x`;
  const memory = `${memoryMb.toFixed(0).padStart(5)} MB (and ${fixedMb.toFixed(0)} once)`;
  const build = `${String(buildMs).padStart(7)} ms`;
  return `${engine.padEnd(52)} ${row(clean)}  |${row(misspelt)}  |${build} ${memory}  ${ratio}\n`;
}

const questions = chooseQuestions(passages, { size: facts, wanted, seed });
let ours: EngineFigures | undefined;
for (const engine of ENGINES) {
  if (facts > engine.most || !engine.name.toLowerCase().includes(values.only.toLowerCase())) continue;
  const figures = await measureEngine(engine, passages, questions);
  if (engine === ENGINES[0]) ours = figures;
  const timesSlower = ours ? Math.round((figures.clean.p50Ms / ours.clean.p50Ms) * 10) / 10 : null;
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...figures, timesSlower })}\n` : render(figures, timesSlower),
  );
}
