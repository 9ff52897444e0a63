/** The process ends so many milliseconds after it is asked to, whatever hangs: supervisors kill after ten seconds. */
export const STOP_DEADLINE_MS = 8_000;
