import type { BlockOf } from '../../blocks/block.ts';
import { RichTextView } from './rich-text-view.tsx';

type Cell = BlockOf<'table'>['rows'][number][number];

/** Draws a table; its first row is the head. */
export function TableView({ block }: { readonly block: BlockOf<'table'> | BlockOf<'data_table'> }) {
  const [head = [], ...rows] = block.rows;
  return (
    <div className="table">
      <table>
        {block.type === 'data_table' && <caption>{block.caption}</caption>}
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
              <th key={index} scope="col">
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their order
            <Row key={index} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: readonly Cell[] }) {
  return (
    <tr>
      {row.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
        <td key={index}>
          <CellView cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function CellView({ cell }: { readonly cell: Cell }) {
  return cell.type === 'rich_text' ? <RichTextView block={cell} /> : cell.text;
}
