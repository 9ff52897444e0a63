import { type CSSProperties, type ReactNode, useState } from 'react';
import type { BlockOf } from '../../blocks/block.ts';
import type { RichTextLeaf } from '../../blocks/rich-text.ts';
import { Mention } from './marked-text.tsx';
import { SafeLink } from './safe-link.tsx';
import { formatSlackDate } from './slack-date.ts';

type RichText = Pick<BlockOf<'rich_text'>, 'elements'>;
type RichTextPart = RichText['elements'][number];

/** Draws rich text. Its words are literal: what stands in them is never read as markup. */
export function RichTextView({ block }: { readonly block: RichText }) {
  return (
    <div className="rich-text">
      {block.elements.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a block never change their order
        <Part key={index} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: RichTextPart }) {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <p className="text">
          <Leaves leaves={part.elements} />
        </p>
      );
    case 'rich_text_quote':
      return (
        <blockquote className="text">
          <Leaves leaves={part.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return <Preformatted leaves={part.elements} />;
    case 'rich_text_list':
      return <List part={part} />;
    default:
      return part satisfies never;
  }
}

/** Text to be taken away as it stands, with a button that does so. */
function Preformatted({ leaves }: { readonly leaves: readonly RichTextLeaf[] }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(leaves.map((leaf) => ('text' in leaf ? leaf.text : '')).join(''));
    setCopied(true);
  };
  return (
    <div className="preformatted-box">
      <pre>
        <Leaves leaves={leaves} />
      </pre>
      <button type="button" onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}

function List({ part }: { readonly part: Extract<RichTextPart, { type: 'rich_text_list' }> }) {
  const { style, elements, indent = 0, offset = 0 } = part;
  const Tag = style === 'ordered' ? 'ol' : 'ul';
  const indentation: CSSProperties = { marginInlineStart: `${indent * 1.5}rem` };
  return (
    <Tag style={indentation} {...(style === 'ordered' && { start: offset + 1 })}>
      {elements.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items of a list never change their order
        <li key={index}>
          <Leaves leaves={item.elements} />
        </li>
      ))}
    </Tag>
  );
}

function Leaves({ leaves }: { readonly leaves: readonly RichTextLeaf[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a text never change their order
  return leaves.map((leaf, index) => <Leaf key={index} leaf={leaf} />);
}

function Leaf({ leaf }: { readonly leaf: RichTextLeaf }) {
  const { bold, italic, strike, underline, code } = leaf.style ?? {};
  let drawn = <>{leafContent(leaf)}</>;
  if (code === true) drawn = <code>{drawn}</code>;
  if (underline === true) drawn = <u>{drawn}</u>;
  if (strike === true) drawn = <s>{drawn}</s>;
  if (italic === true) drawn = <em>{drawn}</em>;
  if (bold === true) drawn = <strong>{drawn}</strong>;
  return drawn;
}

function leafContent(leaf: RichTextLeaf): ReactNode {
  switch (leaf.type) {
    case 'text':
      return leaf.text;
    case 'link':
      return <SafeLink url={leaf.url}>{leaf.text}</SafeLink>;
    case 'emoji':
      return leaf.unicode === undefined ? `:${leaf.name}:` : fromUnicode(leaf.unicode);
    case 'date':
      return formatSlackDate(leaf.timestamp, leaf.format);
    case 'user':
      return <Mention sign="@" id={leaf.user_id} />;
    case 'channel':
      return <Mention sign="#" id={leaf.channel_id} />;
    case 'broadcast':
      return <span className="mention">@{leaf.range}</span>;
    case 'usergroup':
      return <span className="mention">@{leaf.usergroup_id}</span>;
    case 'team':
      return leaf.team_id;
    case 'color':
      return leaf.value;
    default:
      return leaf satisfies never;
  }
}

/** Slack writes an emoji as hexadecimal code points joined by hyphens. */
function fromUnicode(codes: string): string {
  return String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));
}
