import { z } from 'zod';
import { schemaMessages } from '../blocks/schema-messages.ts';
import { type JsonObject, jsonObject } from '../json.ts';
import type { Platform } from '../platform.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a method knows beside its arguments. */
export interface CallContext {
  readonly platform: Platform;
  /** Where the stand-in is reached, such as `http://127.0.0.1:3000`. */
  readonly origin: string;
}

/** A Web API method, ready to be called with arguments as they came over the wire. */
export interface Method {
  readonly name: string;
  /** The kind of token it takes. */
  readonly token: 'bot' | 'app';
  /** Any one of these scopes lets the app call it; none are needed when empty. */
  readonly scopes: readonly string[];
  /** Gives the fields of the answer beside `ok`. @throws Refusal */
  answer(given: JsonObject, context: CallContext): JsonObject;
}

interface MethodOptions<Arguments extends z.ZodObject> {
  readonly token?: Method['token'];
  readonly scopes?: readonly string[];
  readonly takes: Arguments;
  readonly run: (given: z.infer<Arguments>, context: CallContext) => JsonObject;
}

/** Defines a method: the scopes it needs, the arguments it takes, what it does. */
export function defineMethod<Arguments extends z.ZodObject>(
  name: string,
  { token = 'bot', scopes = [], takes, run }: MethodOptions<Arguments>,
): Method {
  return {
    name,
    token,
    scopes,
    answer(given, context) {
      const parsed = takes.safeParse(given);
      if (parsed.success) return run(parsed.data, context);
      throw new Refusal('invalid_arguments', { messages: schemaMessages(parsed.error, []) });
    },
  };
}

/** Refuses a call for which the app has none of the scopes. @throws Refusal `missing_scope` */
export function requireScope({ app }: Workspace, anyOf: readonly string[]): void {
  if (anyOf.length === 0 || anyOf.some((scope) => app.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: anyOf.join(','), provided: [...app.scopes].join(',') });
}

/** An argument that is JSON, given as itself or as text in a form field. */
function fromJson<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }, schema);
}

/** Any JSON as an argument. */
export const jsonArgument = fromJson(z.json());

/** A JSON object as an argument. */
export const objectArgument = fromJson(jsonObject);

/** A yes-or-no argument, given as itself or as `true`, `false`, `1`, `0`. */
export const flagArgument = z.preprocess(
  (value) => (typeof value === 'string' ? value === 'true' || value === '1' : value),
  z.boolean(),
);

/** A number as an argument. */
export const numberArgument = z.coerce.number();
