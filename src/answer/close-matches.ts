/** What stands above close matches, by their number. */
export function closeMatches(count: number): string {
  return count === 1
    ? 'One close match, check whether it answers:'
    : 'Close matches, check whether one answers:';
}
