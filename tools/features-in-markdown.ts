import { FEATURES } from '../src/search/ranking/features.ts';

/** The table of features as a page. */
export function featuresInMarkdown(): string {
  const rows = FEATURES.map(
    ({ name, about, range, weight }) => `| \`${name}\` | ${about} | ${range} | ${weight} |`,
  );
  return `# Features

By these the passages that share something with a question are put in order: the score is the sum of their values, each times its weight.
"Share" is of the weight of the question's words, each counted as surely as what was met is what was meant. Printed from
\`src/search/ranking/features.ts\` by \`node --import ./bin/typescript.js tools/list-features.ts\`.

| feature | what it measures | range | weight |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
