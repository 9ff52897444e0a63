import { type parseHtml, toMarkup } from './html.ts';
import { markupText } from './markup-text.ts';

type Page = ReturnType<typeof parseHtml>;
type PageElement = NonNullable<ReturnType<Page['querySelector']>>;

/** Fewer are the page's own date, and that of its last change. */
const FEWEST_UPDATES = 2;
/** A heading and a time alone are the list of updates beside them. */
const SHORTEST_UPDATE = 40;

/**
 * The updates of a live blog as a page shows them: the largest parts of the page in which one `time` element stands,
 * with its moment. None where the page has no such parts.
 */
export function readPageUpdates(
  page: Page,
): readonly { readonly published: string; readonly text: string }[] {
  const updates: { published: string; text: string }[] = [];
  const seen = new Set<PageElement>();
  for (const time of page.querySelectorAll('time[datetime]')) {
    const part = partAround(time);
    if (seen.has(part)) continue;
    seen.add(part);
    const text = markupText(toMarkup(part));
    if (text.length >= SHORTEST_UPDATE)
      updates.push({ published: time.getAttribute('datetime') ?? '', text });
  }
  return updates.length >= FEWEST_UPDATES ? updates : [];
}

function partAround(time: PageElement): PageElement {
  let part = time;
  for (let parent = part.parentElement; parent; parent = parent.parentElement) {
    if (parent.querySelectorAll('time[datetime]').length > 1 || parent.localName === 'body') break;
    part = parent;
  }
  return part;
}
