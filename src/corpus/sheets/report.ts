/** Tells the desk of something wrong at a line of the sheet at hand. */
export type Report = (line: number, what: string, mend: string) => void;
