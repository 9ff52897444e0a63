import type { Block, BlockOf } from '../../blocks/block.ts';
import { blockWords } from '../../blocks/block-words.ts';
import { ElementView } from './element-view.tsx';
import { InputView } from './input-view.tsx';
import { RichTextView } from './rich-text-view.tsx';
import { TableView } from './table-view.tsx';
import { ImageView, TextView } from './text-view.tsx';

/** Draws one block. */
export function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'rich_text':
      return <RichTextView block={block} />;
    case 'section':
      return <Section block={block} />;
    case 'header':
      return <h3 className="block-header">{block.text.text}</h3>;
    case 'divider':
      return <hr />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
    case 'context_actions':
      return <Actions block={block} />;
    case 'input':
      return <InputView block={block} />;
    case 'image':
      return <ImageView image={block} />;
    case 'table':
    case 'data_table':
      return <TableView block={block} />;
    case 'container':
      return <Container block={block} />;
    default:
      // Markdown, cards, plans, video and alerts: their words are shown, their layout is not.
      return <p className="text plain-block">{blockWords([block])}</p>;
  }
}

function Section({ block }: { readonly block: BlockOf<'section'> }) {
  const { text, fields, accessory, block_id = '' } = block;
  return (
    <div className="section">
      <div>
        {text !== undefined && <TextView text={text} />}
        {fields !== undefined && (
          <div className="fields">
            {fields.map((field) => (
              <TextView key={field.text} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && <ImageView image={accessory} />}
      {accessory !== undefined && accessory.type !== 'image' && (
        <ElementView element={accessory} blockId={block_id} />
      )}
    </div>
  );
}

function Context({ block }: { readonly block: BlockOf<'context'> }) {
  return (
    <div className="context">
      {block.elements.map((element) =>
        element.type === 'image' ? (
          <ImageView key={element.alt_text} image={element} />
        ) : (
          <TextView key={element.text} text={element} />
        ),
      )}
    </div>
  );
}

function Actions({ block }: { readonly block: BlockOf<'actions'> | BlockOf<'context_actions'> }) {
  return (
    <div className="actions">
      {block.elements.map((element, index) => (
        <ElementView key={element.action_id ?? index} element={element} blockId={block.block_id ?? ''} />
      ))}
    </div>
  );
}

function Container({ block }: { readonly block: BlockOf<'container'> }) {
  const { title, subtitle, child_blocks, is_collapsible = false, default_collapsed = false } = block;
  return (
    <details className="container" open={!is_collapsible || !default_collapsed}>
      <summary>
        {title?.text}
        {subtitle !== undefined && <TextView text={subtitle} />}
      </summary>
      {child_blocks.map((child, index) => (
        <BlockView key={child.block_id ?? index} block={child} />
      ))}
    </details>
  );
}
