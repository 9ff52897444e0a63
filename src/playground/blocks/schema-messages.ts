import type { z } from 'zod';

/** The path to a problem the way Slack writes it: `[json-pointer:/blocks/0/text]`. */
function pointer(path: readonly PropertyKey[]): string {
  return `[json-pointer:/${path.map(String).join('/')}]`;
}

/** Words a problem as Slack does in `response_metadata.messages`. */
function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case 'too_small':
      return issue.origin === 'array'
        ? `no less than ${issue.minimum} items allowed`
        : `must be more than ${Number(issue.minimum) - 1} characters`;
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `missing required field: ${String(issue.path.at(-1) ?? '')}`
        : `must provide a ${issue.expected}`;
    case 'invalid_union':
      return 'note' in issue && issue.note === 'No matching discriminator'
        ? 'unsupported type'
        : 'failed to match all allowed schemas';
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    default:
      return `failed to match: ${issue.message}`;
  }
}

/** Every problem of a failed check in Slack's words; `root` is the argument's name, such as `blocks`. */
export function schemaMessages(error: z.ZodError, root: readonly PropertyKey[]): readonly string[] {
  return error.issues.map((issue) => `[ERROR] ${describe(issue)} ${pointer([...root, ...issue.path])}`);
}

/** A problem found outside a schema, in the same words. */
export function problemAt(path: readonly PropertyKey[], what: string): string {
  return `[ERROR] ${what} ${pointer(path)}`;
}
