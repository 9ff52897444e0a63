import type { ForeignFile } from './foreign-file.ts';
import type { Format } from './format-names.ts';

/** A kind of JSON, by names that stand near its beginning: all of one of the lists. */
interface JsonKind {
  readonly is: Format | ForeignFile;
  readonly names: readonly (readonly RegExp[])[];
}

const LEAVE = 'Leave it out';

/** The first that fits counts. */
const KINDS: readonly JsonKind[] = [
  { is: 'feed', names: [[/"version"\s*:\s*"https?:\/\/jsonfeed\.org/]] },
  { is: 'claim-review', names: [[/"claimReview"\s*:|"ClaimReview"/]] },
  {
    is: 'arc-ans',
    names: [
      [/"content_elements"\s*:/],
      [/"headlines"\s*:\s*\{\s*"basic"\s*:/],
      [/"type"\s*:\s*"story_operation"/],
    ],
  },
  { is: 'ap-media', names: [[/"altids"\s*:\s*\{/], [/"api_version"\s*:/, /"current_item_count"\s*:/]] },
  { is: 'guardian', names: [[/"webPublicationDate"\s*:/], [/"webTitle"\s*:/, /"apiUrl"\s*:/]] },
  {
    is: 'nyt',
    names: [
      [/"(?:pub_date|web_url)"\s*:/, /"(?:lead_paragraph|snippet|type_of_material)"\s*:/],
      [/"(?:des_facet|adx_keywords)"\s*:/],
      [/"nyt:\\?\/\\?\/article/],
    ],
  },
  { is: 'json-ld', names: [[/"@type"\s*:/]] },
  {
    is: { seems: 'an answer of NewsAPI', mend: 'Its texts are cut off: import the pages it links to' },
    names: [[/"totalResults"\s*:/, /"articles"\s*:/]],
  },
  {
    is: {
      seems: 'an answer of the REST API of WordPress',
      mend: 'Export the posts in WordPress under Tools → Export, and import that file',
    },
    names: [[/"content"\s*:\s*\{\s*"rendered"\s*:/]],
  },
  {
    is: { seems: 'an export of Ghost', mend: 'Import the feed of the site, or its pages' },
    names: [[/"db"\s*:\s*\[\s*\{\s*"(?:meta|data)"/]],
  },
  {
    is: { seems: 'an answer in JSON:API', mend: 'Import the feed of the site, or its pages' },
    names: [[/"jsonapi"\s*:/]],
  },
  {
    is: { seems: 'the error message of a service', mend: 'Read it, and ask the service again' },
    names: [[/^\s*\{\s*"(?:fault|errors?|message)"\s*:/], [/"response"\s*:\s*\{\s*"status"\s*:\s*"error"/]],
  },
  { is: { seems: 'a map (GeoJSON)', mend: LEAVE }, names: [[/"type"\s*:\s*"Feature(?:Collection)?"/]] },
  {
    is: { seems: 'posts of X (Twitter)', mend: LEAVE },
    names: [[/"(?:tweet|full_text|edit_history_tweet_ids)"\s*:/]],
  },
  { is: { seems: 'messages of Slack', mend: LEAVE }, names: [[/"client_msg_id"\s*:/]] },
  {
    is: { seems: 'the settings of a program', mend: LEAVE },
    names: [[/"(?:devDependencies|lockfileVersion|compilerOptions|openapi|nbformat)"\s*:/]],
  },
];

const LOOKED_AT = 64 * 1024;

/** What JSON holds, by the names in it, without parsing what may be large; undefined for names that nobody knows. */
export function recogniseJson(text: string): Format | ForeignFile | undefined {
  const start = text.slice(0, LOOKED_AT);
  return KINDS.find(({ names }) => names.some((all) => all.every((name) => name.test(start))))?.is;
}
