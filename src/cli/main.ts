import { config as loadEnvironment } from 'dotenv';
import { runCommandLine } from './program.ts';

loadEnvironment({ quiet: true });
await runCommandLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => new Date(),
  setExitCode: (code) => {
    process.exitCode = code;
  },
});
