import { lowerBound, upperBound } from './binomial-bounds.ts';
import type { ReliabilityBand } from './reliability.ts';

/** What is drawn. */
export interface ReliabilityPicture {
  readonly bands: readonly ReliabilityBand[];
  /** The probability (0 to 1) from which an answer is called sure. */
  readonly sureFrom: number;
}

const WIDTH = 560;
const HEIGHT = 640;
const LEFT = 80;
const TOP = 64;
/** Side of the square in which claims stand against what holds. */
const SIDE = 440;
/** Room for the columns of counts below it. */
const COLUMNS = { top: TOP + SIDE + 52, height: 48 } as const;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Light and dark as the reader's system has it; every colour stands out from the paper by 4.5 to 1 or more. */
const STYLE = `
  svg { color-scheme: light dark; }
  .paper { fill: #ffffff; } .ink { fill: #1b1f24; } .faint { fill: #57606a; } .grid { stroke: #d0d7de; }
  .even { stroke: #57606a; stroke-dasharray: 4 4; } .sure { stroke: #9a3412; } .sure-word { fill: #9a3412; }
  .dot { fill: #0550ae; } .reach { stroke: #0550ae; } .column { fill: #0550ae; }
  text { font: 14px system-ui, sans-serif; } .name { font-size: 17px; font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; } .ink { fill: #e6edf3; } .faint { fill: #9198a1; } .grid { stroke: #30363d; }
    .even { stroke: #9198a1; } .sure { stroke: #ffa657; } .sure-word { fill: #ffa657; }
    .dot { fill: #79c0ff; } .reach { stroke: #79c0ff; } .column { fill: #79c0ff; }
  }`;

const x = (share: number) => round(LEFT + share * SIDE);
const y = (share: number) => round(TOP + (1 - share) * SIDE);
const round = (value: number) => Math.round(value * 10) / 10;
const percent = (share: number) => `${Math.round(share * 100)} %`;

/**
 * Draws what was claimed of first quotes against how often they were right, as an SVG that stands alone: a dot for each
 * band with the range in which the true share lies with 90 % certainty, and below it how many questions there were.
 */
export function drawReliability({ bands, sureFrom }: ReliabilityPicture): string {
  const filled = bands.filter(({ questions }) => questions > 0);
  const most = Math.max(1, ...filled.map(({ questions }) => questions));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"
  role="img" aria-labelledby="title desc">
<title id="title">How sure factdesk claims to be, against how often it is right</title>
<desc id="desc">${describe(filled, sureFrom)}</desc>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>
<text class="name ink" x="${LEFT}" y="32">Claimed against right</text>
${axes()}
<line class="even" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke-width="1.5"/>
${sureLine(sureFrom)}
${filled.map(drawBand).join('\n')}
<text class="faint" x="${LEFT - 8}" y="${COLUMNS.top + COLUMNS.height + 18}" text-anchor="end">questions</text>
${filled.map((band) => drawColumn(band, most)).join('\n')}
</svg>
`;
}

/** The same in words, for those who do not see it. */
function describe(filled: readonly ReliabilityBand[], sureFrom: number): string {
  const rows = filled.map(
    ({ claimed, right, questions }) =>
      `${percent(claimed ?? 0)} claimed, ${percent(right / questions)} right of ${questions}`,
  );
  return `Sure from ${percent(sureFrom)}. By bands of ten per cent: ${rows.join('; ')}.`;
}

function axes(): string {
  const ticks = TICKS.flatMap((share) => [
    `<line class="grid" x1="${x(share)}" y1="${y(0)}" x2="${x(share)}" y2="${y(1)}"/>`,
    `<line class="grid" x1="${x(0)}" y1="${y(share)}" x2="${x(1)}" y2="${y(share)}"/>`,
    `<text class="faint" x="${x(share)}" y="${y(0) + 20}" text-anchor="middle">${percent(share)}</text>`,
    `<text class="faint" x="${LEFT - 8}" y="${y(share) + 5}" text-anchor="end">${percent(share)}</text>`,
  ]);
  const middle = TOP + SIDE / 2;
  return [
    ...ticks,
    `<text class="ink" x="${x(0.5)}" y="${y(0) + 40}" text-anchor="middle">claimed</text>`,
    `<text class="ink" x="22" y="${middle}" text-anchor="middle" transform="rotate(-90 22 ${middle})">right</text>`,
  ].join('\n');
}

function sureLine(sureFrom: number): string {
  return `<line class="sure" x1="${x(sureFrom)}" y1="${y(0)}" x2="${x(sureFrom)}" y2="${y(1)}" stroke-width="2"/>
<text class="sure-word" x="${x(sureFrom)}" y="${TOP - 8}" text-anchor="middle">sure from ${percent(sureFrom)}</text>`;
}

function drawBand({ claimed, right, questions }: ReliabilityBand): string {
  const at = x(claimed ?? 0);
  const [low, high] = [y(lowerBound(right, questions)), y(upperBound(right, questions))];
  return `<line class="reach" x1="${at}" y1="${low}" x2="${at}" y2="${high}" stroke-width="2"/>
<circle class="dot" cx="${at}" cy="${y(right / questions)}" r="6"/>`;
}

function drawColumn({ from, to, questions }: ReliabilityBand, most: number): string {
  const height = round((questions / most) * COLUMNS.height);
  const foot = COLUMNS.top + COLUMNS.height;
  const width = round(x(to) - x(from) - 6);
  return `<rect class="column" x="${x(from) + 3}" y="${round(foot - height)}" width="${width}" height="${height}"/>
<text class="faint" x="${x((from + to) / 2)}" y="${foot + 18}" text-anchor="middle">${questions}</text>`;
}
