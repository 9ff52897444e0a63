import { buildItem, type Draft } from './build-item.ts';
import { fieldText } from './field-text.ts';
import { type ImportDocument, type Imported, problemAt } from './importer.ts';
import { type LinkedNode, textIn } from './json-ld.ts';
import { withReferences } from './linked-data.ts';
import { firstDate } from './page-metadata.ts';
import type { Field } from './publication/read-item-state.ts';

/** What every update takes over from its live blog. */
type FromBlog = Pick<
  Draft,
  | 'by'
  | 'copyrightHolder'
  | 'copyrightNotice'
  | 'fields'
  | 'language'
  | 'publisher'
  | 'title'
  | 'topics'
  | 'url'
  | 'usageTerms'
>;

/** One entry of a live blog. */
interface Update {
  /** All that the node says of it. */
  readonly fields?: readonly Field[];
  readonly published: string | undefined;
  readonly updated?: string | undefined;
  readonly title?: string | undefined;
  readonly by?: string | undefined;
  readonly url?: string | undefined;
  readonly text: string;
}

/**
 * Each update in a live blog's linked data, an article with its own time: what was true in the morning must not bear
 * the date of the evening. None for what is no live blog.
 */
export function importUpdates(
  blog: LinkedNode,
  from: { readonly draft: FromBlog; readonly byId: ReadonlyMap<string, LinkedNode> },
  document: ImportDocument,
): readonly Imported[] {
  const value = blog.liveBlogUpdate;
  const nodes = (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) =>
    typeof entry === 'object' && entry !== null
      ? [withReferences(Object.fromEntries(Object.entries(entry)), from.byId)]
      : [],
  );
  return buildUpdates(nodes.map(readUpdate), from.draft, document);
}

function readUpdate(node: LinkedNode): Update {
  return {
    fields: Object.entries(node),
    published: firstDate([
      textIn(node, 'datePublished'),
      textIn(node, 'dateCreated'),
      textIn(node, 'coverageStartTime'),
    ]),
    updated: textIn(node, 'dateModified'),
    title: textIn(node, 'headline', 'name'),
    by: textIn(node, 'author'),
    url: textIn(node, 'url', '@id'),
    text: fieldText(textIn(node, 'articleBody', 'text', 'description') ?? ''),
  };
}

/** The updates as articles; those without words are pictures. One without a time of its own is told and left out. */
export function buildUpdates(
  updates: readonly Update[],
  from: FromBlog,
  document: ImportDocument,
): readonly Imported[] {
  return updates
    .filter(({ text }) => text.trim() !== '')
    .map((update) => {
      if (!update.published)
        return problemAt(
          1,
          `an update of the live blog bears no time: "${start(update.text)}"`,
          'Nothing: it is left out',
        );
      return buildItem(asDraft(update, update.published, from), document);
    });
}

function asDraft(
  { fields = [], updated, title, by, url, text }: Update,
  published: string,
  from: FromBlog,
): Draft {
  const page = from.url ?? '';
  const isOwn = url !== undefined && URL.canParse(url) && url !== page;
  const mark = encodeURIComponent(`${published} ${start(title ?? text)}`.toWellFormed());
  return {
    ...from,
    line: 1,
    fields: [...(from.fields ?? []), ...fields],
    uri: isOwn ? url : `${page}#${mark}`,
    url: isOwn ? url : page,
    title: title ?? from.title,
    by: by ?? from.by,
    published,
    updated,
    text,
  };
}

function start(text: string): string {
  return text.trim().slice(0, 60);
}
