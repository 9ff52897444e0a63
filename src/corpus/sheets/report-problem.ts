/** Tells the desk of a problem at a line of the sheet at hand. */
export type ReportProblem = (line: number, what: string, mend: string) => void;
