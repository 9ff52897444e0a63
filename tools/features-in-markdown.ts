import { FEATURES } from '../src/search/ranking/features.ts';

/** The table of features as a page. */
export function featuresInMarkdown(): string {
  const rows = FEATURES.map(
    ({ name, about, range, weights: [without, covered] }) =>
      `| \`${name}\` | ${about} | ${range} | ${without} | ${covered === without ? '' : covered} |`,
  );
  return `# Features

By these the passages that share something with a question are put in order: the score is the sum of their values, each times its weight.
"Share" is of the weight of the question's words, each counted as surely as what was met is what was meant. The last column holds for
passages with twelve example queries (\`asked as\`) or more; with fewer the weight lies in between. Printed from
\`src/search/ranking/features.ts\` by \`node --import ./bin/typescript.js tools/list-features.ts\`.

| feature | what it measures | range | weight | well covered |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
