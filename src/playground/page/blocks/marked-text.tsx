import type { ReactNode } from 'react';
import { type Node, NodeType, parse } from 'slack-message-parser';
import { unescapeText } from '../../workspace/written-text.ts';
import { nameOf, usePageState } from '../page-state-context.ts';
import { SafeLink } from './safe-link.tsx';
import { formatSlackDate } from './slack-date.ts';

/** Draws text with Slack's light markup; whatever is no markup stands as it was written. */
export function MarkedText({ text }: { readonly text: string }) {
  return <Nodes nodes={parse(text).children} />;
}

function Nodes({ nodes }: { readonly nodes: readonly Node[] }) {
  // The nodes of a text never change their order, so their place is their key.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return nodes.map((node, index) => <NodeView key={index} node={node} />);
}

function NodeView({ node }: { readonly node: Node }): ReactNode {
  switch (node.type) {
    case NodeType.Text:
      return unescapeText(node.text);
    case NodeType.Bold:
      return <strong>{<Nodes nodes={node.children} />}</strong>;
    case NodeType.Italic:
      return <em>{<Nodes nodes={node.children} />}</em>;
    case NodeType.Strike:
      return <s>{<Nodes nodes={node.children} />}</s>;
    case NodeType.Quote:
      return <q className="marked-quote">{<Nodes nodes={node.children} />}</q>;
    case NodeType.Code:
      return <code>{unescapeText(node.text)}</code>;
    case NodeType.PreText:
      return <code className="preformatted">{unescapeText(node.text)}</code>;
    case NodeType.URL:
      return <SafeLink url={unescapeText(node.url)}>{node.label && <Nodes nodes={node.label} />}</SafeLink>;
    case NodeType.UserLink:
      return <Mention sign="@" id={node.userID} />;
    case NodeType.ChannelLink:
      return <Mention sign="#" id={node.channelID} />;
    case NodeType.Command:
      return <Command node={node} />;
    default:
      return unescapeText(node.source);
  }
}

function Command({ node }: { readonly node: Extract<Node, { type: NodeType.Command }> }): ReactNode {
  const {
    name,
    arguments: [timestamp = '', format = ''],
    label,
  } = node;
  if (name === 'date') return formatSlackDate(Number(timestamp), format);
  return <span className="mention">{label === undefined ? `@${name}` : <Nodes nodes={label} />}</span>;
}

/** A person or channel by name. */
export function Mention({ sign, id }: { readonly sign: '@' | '#'; readonly id: string }) {
  return (
    <span className="mention">
      {sign}
      {nameOf(usePageState(), id)}
    </span>
  );
}
