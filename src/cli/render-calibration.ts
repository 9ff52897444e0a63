import { amount } from '../amount.ts';
import type { CalibrationReport, JudgedQuestion, Threshold } from '../calibration/index.ts';
import { MORE_FACTS, MORE_VERDICTS } from '../corpus/index.ts';

/** Fewer judgements than these show little: at 60 and none false, the share is below five in a hundred. */
const FEWEST = 60;
const SHOWN = 10;

const percent = (share: number) => `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;

/** What is to be known before the threshold is relied on. */
export function calibrationWarnings({ byDefault, verdicts }: CalibrationReport): readonly string[] {
  const few = `fewer than ${FEWEST} are too few to rely on`;
  return [
    ...(byDefault.judged < FEWEST
      ? [
          `${amount(byDefault.judged, 'question')} judged to which a sure answer is false: ${few}. ` +
            'Write more "asked as" lines: near misses are made from them.',
        ]
      : []),
    ...(verdicts < FEWEST
      ? [
          `${amount(verdicts, 'verdict')} of people in the ledger (Not right, Helpful, This one): ${few}. ` +
            'Until then the threshold rests on questions that nobody asked.',
        ]
      : []),
  ];
}

/** The report of a calibration, for people. */
export function renderCalibration(
  report: CalibrationReport,
  { written, picture }: { readonly written: string | null; readonly picture?: string | undefined },
): string {
  return [
    renderAsked(report),
    renderTable(report),
    renderChoice(report),
    ...renderFalse(report),
    renderEnd(report, written),
    ...(picture === undefined ? [] : [`The picture is in ${picture}.`]),
  ]
    .join('\n\n')
    .concat('\n');
}

function renderAsked({ facts, asked }: CalibrationReport): string {
  return (
    `${amount(facts, 'fact')}. Asked: ${amount(asked.line, '"asked as" line')}, each left out in its turn; ` +
    `${nearMisses(asked['near-miss'])}, which nothing on file answers; ` +
    `${amount(asked.verdict, 'question')} that people judged.`
  );
}

const nearMisses = (count: number) => `${count} near ${count === 1 ? 'miss' : 'misses'}`;

function renderTable({ bands, error }: CalibrationReport): string {
  const rows = bands.map(({ from, to, questions, right, claimed }) => {
    const share = questions === 0 ? '–' : (right / questions).toFixed(3);
    const columns = [
      String(questions).padStart(9),
      (claimed?.toFixed(3) ?? '–').padStart(12),
      share.padStart(7),
    ];
    return `${from.toFixed(1)} to ${to.toFixed(1)}  ${columns.join('  ')}`;
  });
  const off = error === null ? [] : [`On average a claim is off by ${error.toFixed(3)}.`];
  return ['claimed     questions  mean claimed    right', ...rows, ...off].join('\n');
}

function renderChoice({ chosen, byDefault, target, needed }: CalibrationReport): string {
  if (chosen !== null) {
    const rival = chosen.sureFrom === byDefault.sureFrom ? '' : `\nBy default: ${weighed(byDefault)}`;
    return `Chosen: ${weighed(chosen)}\nThat keeps to the target of ${percent(target)}.${rival}`;
  }
  const reason =
    byDefault.judged < needed
      ? `To show that, ${needed} questions to which a sure answer is false are needed, ` +
        `and ${byDefault.judged} were judged.`
      : 'Too many get a sure answer all the same, however strict it is.';
  return `No threshold keeps to the target of ${percent(target)}. ${reason}\nBy default: ${weighed(byDefault)}`;
}

function weighed({ sureFrom, judged, falselySure, upperBound, answerable, rightlySure }: Threshold): string {
  return (
    `sure from ${sureFrom.toFixed(2)}. Of ${amount(judged, 'question')} to which a sure answer is false, ` +
    `${falselySure} get one: with 95 % certainty at most ${percent(upperBound)}. ` +
    `Of the ${answerable} others, ${rightlySure} get the right answer as sure.`
  );
}

/** A near miss is made so that nothing answers it: only of other questions may the fact be right all the same. */
function renderFalse({ falselySure }: CalibrationReport): readonly string[] {
  const isMade = ({ origin }: JudgedQuestion) => origin === 'near-miss';
  return [
    ...renderRows(
      'Sure and false. Where the fact does answer, write the question under it as "asked as":',
      falselySure.filter((one) => !isMade(one)),
    ),
    ...renderRows('Sure and false, made from a line: nothing on file answers.', falselySure.filter(isMade)),
  ];
}

function renderRows(lead: string, questions: readonly JudgedQuestion[]): readonly string[] {
  if (questions.length === 0) return [];
  const rows = questions
    .slice(0, SHOWN)
    .map(({ confidence, question, factId }) => `  ${confidence.toFixed(2)}  ${question}  →  ${factId}`);
  const more =
    questions.length > SHOWN ? [`  … and ${questions.length - SHOWN} more (--json lists them)`] : [];
  return [[lead, ...rows, ...more].join('\n')];
}

function renderEnd({ chosen, facts, verdicts }: CalibrationReport, written: string | null): string {
  if (written === null)
    return chosen === null
      ? 'Nothing was written; answers are sure as before.'
      : 'Nothing was written (--dry-run).';
  const more = Math.max(1, Math.ceil(facts * MORE_FACTS));
  return (
    `Written to ${written}. A running bot takes it up by itself.\n` +
    `Run factdesk calibrate again when ${amount(more, 'fact')} or ${amount(MORE_VERDICTS, 'verdict')} have come in ` +
    `(there are ${facts} and ${verdicts}), and after every update of factdesk.`
  );
}
