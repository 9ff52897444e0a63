import { z } from 'zod';

/** Any JSON value. */
export type Json = z.core.util.JSONType;

/** A JSON object, as it travels in payloads and answers. */
export type JsonObject = { [key: string]: Json };

const json: z.ZodType<Json> = z.json();

/** Checks that a value is a JSON object. */
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), json);

/** A value as a JSON object: an empty one when it is anything else, or nested deeper than can be followed. */
export function toJsonObject(value: unknown): JsonObject {
  try {
    return jsonObject.catch({}).parse(value);
  } catch {
    return {};
  }
}

/** Reads text as a JSON object; gives undefined when it is anything else. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    return jsonObject.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Turns plain data into the JSON object it would be on the wire: `undefined` fields are left out. */
export function toJson(value: object): JsonObject {
  return jsonObject.parse(JSON.parse(JSON.stringify(value)));
}
