/** The formats that can be imported, by the names `--format` takes. */
export const FORMATS = [
  'ninjs',
  'newsml-g2',
  'newsml-1',
  'nitf',
  'arc-ans',
  'ap-media',
  'guardian',
  'nyt',
  'feed',
  'wxr',
  'html',
  'json-ld',
  'claim-review',
  'csv',
  'docx',
  'markdown',
  'text',
] as const;

/** A format that can be imported. */
export type Format = (typeof FORMATS)[number];

/** Whether `--format` takes that name. */
export function isFormat(name: string): name is Format {
  return FORMATS.some((format) => format === name);
}
