/** A moment for people to read, to the second: `2026-11-30 09:12:05 UTC`. */
export function utcTime(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
