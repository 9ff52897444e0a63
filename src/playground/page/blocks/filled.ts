import { createContext, useContext } from 'react';
import type { BlockElement } from '../../blocks/block.ts';

/** What stands in the inputs of one place, by block id. */
export type FilledValues = Readonly<Record<string, string | string[]>>;

/** The inputs of one message, modal or Home tab: what stands in them, and what happens when one is used. */
export interface Form {
  readonly filled: FilledValues;
  readonly errors: Readonly<Record<string, string>>;
  /** Keeps what stands in an input. */
  readonly fill: (blockId: string, value: string | string[]) => void;
  /** Tells the app that something was pressed or chosen. */
  readonly act: (element: BlockElement, blockId: string, value?: string | string[]) => void;
}

/** The form the inputs and buttons of some blocks belong to. */
export const FormContext = createContext<Form>({
  filled: {},
  errors: {},
  fill: () => undefined,
  act: () => undefined,
});

/** The form this element belongs to. */
export function useForm(): Form {
  return useContext(FormContext);
}
