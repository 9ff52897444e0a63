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

/** The question that the first fact answers. */
export const SIGNATURE_QUESTION = 'When was the convention opened for signature?';
/** The words of the fact that answers it. */
export const SIGNATURE_QUOTE = 'The convention was opened for signature in Ottawa on 3 December 1997.';
/** A question that nothing on file answers. */
export const UNANSWERED_QUESTION = 'Which volcano erupted in Iceland yesterday?';

/** A real desk over three facts of two sheets. */
export async function openSampleDesk(): Promise<FactDesk> {
  const folder = await createFolder({ 'treaty.md': TREATY, 'mines.md': MINES });
  return openFactDesk({
    corpus: await loadCorpus({ sheets: folder, archive: [] }),
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
}
