import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nonFileProblem } from '../files/non-file-problem.ts';
import { readText, type TextFileKind } from '../files/read-text.ts';
import type { Calibration, CalibrationReading } from './calibration.ts';
import { formatCalibration, parseCalibration } from './calibration-text.ts';

const KIND: TextFileKind = {
  name: 'calibration',
  largestMegabytes: 1,
  mendSize: 'Delete it, and run factdesk calibrate',
};

/** Where the calibration of a corpus is kept: beside its sheets, so that it goes where they go. */
function calibrationFile(folder: string): string {
  return join(folder, 'calibration.yml');
}

/** Reads the calibration of a corpus; undefined where there is none. Never rejects. */
export async function readCalibration(folder: string): Promise<CalibrationReading | undefined> {
  const file = calibrationFile(folder);
  const nonFile = nonFileProblem(folder, file, KIND);
  if (nonFile !== undefined) return { file, problem: nonFile };
  const reading = await readText(file, KIND);
  if (reading.kind === 'gone') return undefined;
  if (reading.kind !== 'text') return { file, problem: reading.problem };
  const { calibration, fault } = parseReading(reading.text);
  if (calibration !== undefined) return { file, calibration };
  const what = `the calibration ${fault}; it is not used`;
  return { file, problem: { file, line: 1, what, mend: 'Run factdesk calibrate, or delete the file' } };
}

/** Writes the calibration of a corpus, whole or not at all. Rejects with the error of the disk. */
export async function writeCalibration(folder: string, calibration: Calibration): Promise<string> {
  const file = calibrationFile(folder);
  // A dot file is not watched.
  const beside = join(folder, '.calibration.yml.new');
  try {
    await writeFile(beside, formatCalibration(calibration));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  return file;
}

function parseReading(text: string): ReturnType<typeof parseCalibration> {
  try {
    return parseCalibration(text);
  } catch {
    return { fault: 'is nested too deeply' };
  }
}
