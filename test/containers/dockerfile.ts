import { readFileSync } from 'node:fs';
import {
  type Dockerfile,
  DockerfileParser,
  type Instruction,
  type ModifiableInstruction,
} from 'dockerfile-ast';

/** One line of the Dockerfile: `RUN`, and what follows it. */
export interface Step {
  readonly keyword: string;
  /** Without flags, apart by spaces; for those in exec form, the words. */
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What is built from one image. */
export interface Stage {
  readonly image: string;
  readonly name: string | null;
  readonly steps: readonly Step[];
}

export const dockerfile: Dockerfile = DockerfileParser.parse(readFileSync('Dockerfile', 'utf8'));

/** The stages of the Dockerfile, the last of which is the image. */
export function stages(): readonly Stage[] {
  const found: { image: string; name: string | null; steps: Step[] }[] = [];
  for (const instruction of dockerfile.getInstructions()) {
    const keyword = instruction.getKeyword();
    const text = instruction.getArgumentsContent() ?? '';
    const all = instruction.getArguments().map((argument) => argument.getValue());
    const words = text.includes('["') ? JSON.parse(text.slice(text.indexOf('['))) : all;
    if (keyword === 'FROM') found.push({ image: all[0] ?? '', name: all[2] ?? null, steps: [] });
    else found.at(-1)?.steps.push({ keyword, words, flags: flagsOf(instruction), text });
  }
  return found;
}

/** Such as `from=build`. */
function flagsOf(instruction: Instruction): Readonly<Record<string, string>> {
  if (!('getFlags' in instruction)) return {};
  const flags = (instruction as ModifiableInstruction).getFlags();
  return Object.fromEntries(flags.map((flag) => [flag.getName(), flag.getValue() ?? '']));
}

/** The settings that an image has by itself. */
export function settingsOf({ steps }: Stage): Readonly<Record<string, string>> {
  const words = steps.filter(({ keyword }) => keyword === 'ENV').flatMap((step) => step.words);
  return Object.fromEntries(words.map((word) => word.split('=', 2) as [string, string]));
}

/** The words of the last instruction of a name. */
export function lastOf({ steps }: Stage, keyword: string): readonly string[] {
  return steps.findLast((step) => step.keyword === keyword)?.words ?? [];
}
