import type { Markup, MarkupElement } from './markup.ts';

/** Cells of a table that arranges a page are longer: they hold paragraphs. */
const LONGEST_CELL = 100;

/**
 * Whether a table holds data. A figure without the heads of its row and column is no sentence; tables that arrange a
 * page hold some.
 */
export function isDataTable(table: MarkupElement): boolean {
  const rows = [...below(table, 'tr')].map((row) => cellsOf(row));
  const wide = rows.filter((cells) => cells.length > 1).flat();
  const length = wide.reduce((sum, cell) => sum + lengthOf(cell), 0);
  return wide.length > 0 && length < LONGEST_CELL * wide.length;
}

function cellsOf(row: MarkupElement): readonly MarkupElement[] {
  return elementsOf(row).filter((cell) => (cell.name === 'td' || cell.name === 'th') && lengthOf(cell) > 0);
}

/** The elements of that name that no other table holds. */
function* below(element: MarkupElement, name: string): Generator<MarkupElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    else if (child.name !== 'table') yield* below(child, name);
  }
}

function elementsOf({ children }: MarkupElement): readonly MarkupElement[] {
  return [...children].flatMap((child) => (typeof child === 'string' ? [] : [child]));
}

function lengthOf(markup: Markup): number {
  if (typeof markup === 'string') return markup.trim().length;
  let length = 0;
  for (const child of markup.children) length += lengthOf(child);
  return length;
}
