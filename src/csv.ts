/** What a cell of a table can hold; null is an empty cell. */
export type Cell = string | number | boolean | null;

/**
 * One line of a table as RFC 4180 asks: commas between the cells, quotation marks around a cell that needs them and
 * doubled inside it, CR LF at the end.
 */
export function formatCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

/**
 * A spreadsheet takes text that begins with one of these for a formula and runs it. Anybody in the workspace can
 * type one as a question, so an apostrophe goes before it, the spreadsheet's own sign for "this is text".
 */
const FORMULA = /^[=+\-@\t\r]/;

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
