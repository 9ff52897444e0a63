import { type FactDesk, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';

const TREATY = `---
title: The treaty & its <signatories>
publisher: Treaty Office
published: 1997-12-03
url: https://example.org/treaty?a=1&b=2
topics: [Ottawa Treaty]
---

## treaty-signed-in-ottawa
> The convention was opened for signature in Ottawa on 3 December 1997.

- kind: statement
- as of: 1997-12-03
- asked as: When was the convention opened for signature?
- asked as: Where was the convention opened for signature?

## axworthy-on-the-convention
> "The convention is a victory for *people*," he told <!channel>.

- kind: quote
- said by: Lloyd Axworthy, foreign minister
- as of: 1997-12
- asked as: What did Axworthy call the convention?
`;

const MINES = `---
title: Mines around Izium
published: 2024-11-20
topics: [land mines, Ukraine]
---

## filashkin-hectares-izium
> Every tenth hectare around Izium is still mined.

- kind: quote
- said by: Vadym Filashkin, governor
- as of: 2024-11-20
- asked as: How much land around Izium is mined?
`;

/** A sheet on one topic, of which a question shows a fact and leaves others to be offered. */
export const HARBOUR = `---
title: Council minutes
published: 2024
topics: [harbour works]
---

## crane
> The crane belongs to Rosa Quillfeather.

- kind: statement
- as of: 2023
- asked as: Who owns the crane?

## pier
> The pier costs 3 million dollars.

- kind: statement
- asked as: What does the pier cost?

## begin
> The harbour works began in May.

- kind: statement
- as of: 2025
- asked as: When did the works begin?
`;

/** The question that the first fact answers. */
export const SIGNATURE_QUESTION = 'When was the convention opened for signature?';
/** The words of the fact that answers it. */
export const SIGNATURE_QUOTE = 'The convention was opened for signature in Ottawa on 3 December 1997.';
/** A question that nothing on file answers. */
export const UNANSWERED_QUESTION = 'Which volcano erupted in Iceland yesterday?';

/** A real desk over three facts of two sheets. */
export async function openSampleDesk(): Promise<FactDesk> {
  return (await openFilesDesk()).factDesk;
}

/** The same desk, over files that a test may change: `reload` has the desk read them again. */
export async function openFilesDesk() {
  const folder = await createFolder({ 'treaty.md': TREATY, 'mines.md': MINES });
  let reads = 0;
  const open = async () =>
    openFactDesk({
      corpus: await loadCorpus({ sheets: folder, archive: [] }),
      now: () => new Date(Date.parse('2026-01-01T00:00:00Z') + reads * 1_000),
    });
  let desk = await open();
  const factDesk: FactDesk = {
    decision: desk.decision,
    ask: (...asked) => desk.ask(...asked),
    awaited: (...asked) => desk.awaited(...asked),
    fact: (...asked) => desk.fact(...asked),
    follow: (shown) => desk.follow(shown),
    standing: (...asked) => desk.standing(...asked),
    onFile: (...asked) => desk.onFile(...asked),
    sureness: () => desk.sureness(),
    compareQuestions: (...asked) => desk.compareQuestions(...asked),
    filesSince: () => desk.filesSince(),
    factsOnTopic: (...asked) => desk.factsOnTopic(...asked),
    overdueFacts: (...asked) => desk.overdueFacts(...asked),
    newestFacts: (...asked) => desk.newestFacts(...asked),
  };
  const reload = async () => {
    reads += 1;
    desk = await open();
  };
  return { folder, factDesk, reload };
}
