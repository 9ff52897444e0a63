import { type Dispatch, type SetStateAction, useState } from 'react';
import type { Block, BlockElement } from '../../blocks/block.ts';
import { usePerform } from '../use-user-actions.ts';
import { BlockView } from './block-view.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { type FilledValues, FormContext } from './filled.ts';

interface BlockListProps {
  readonly blocks: readonly Block[];
  /** Where the blocks are: a message, the modal on top or the Home tab. */
  readonly container: 'modal' | 'home' | { readonly channel: string; readonly ts: string };
  readonly errors?: Readonly<Record<string, string>>;
  /** Given when the surroundings need what was filled in; else the list keeps it itself. */
  readonly filling?: {
    readonly filled: FilledValues;
    readonly setFilled: Dispatch<SetStateAction<FilledValues>>;
  };
}

interface PendingAct {
  readonly element: BlockElement;
  readonly blockId: string;
  readonly value: string | string[] | undefined;
}

const NO_ERRORS = {};

/** Draws blocks, and carries what is pressed, chosen and filled in there to the app. */
export function BlockList({ blocks, container, errors = NO_ERRORS, filling }: BlockListProps) {
  const own = useState<FilledValues>({});
  const [filled, setFilled] = filling === undefined ? own : [filling.filled, filling.setFilled];
  const [toConfirm, setToConfirm] = useState<PendingAct>();
  const perform = usePerform();
  const send = ({ element: { action_id: actionId = '' }, blockId, value }: PendingAct) =>
    void perform({
      kind: 'press',
      container,
      actionId,
      blockId,
      filled,
      ...(value !== undefined && { value }),
    });
  const act = (element: BlockElement, blockId: string, value?: string | string[]) => {
    const pending = { element, blockId, value };
    if ('confirm' in element && element.confirm !== undefined) setToConfirm(pending);
    else send(pending);
  };
  const fill = (blockId: string, value: string | string[]) =>
    setFilled((before) => ({ ...before, [blockId]: value }));
  return (
    <FormContext value={{ filled, errors, fill, act }}>
      <div className="blocks">
        {blocks.map((block, index) => (
          <BlockView key={block.block_id ?? index} block={block} />
        ))}
      </div>
      {toConfirm !== undefined &&
        'confirm' in toConfirm.element &&
        toConfirm.element.confirm !== undefined && (
          <ConfirmDialog
            confirmation={toConfirm.element.confirm}
            onAnswer={(isSure) => {
              setToConfirm(undefined);
              if (isSure) send(toConfirm);
            }}
          />
        )}
    </FormContext>
  );
}
