/** The months by name, as alternatives of a pattern. */
export const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
