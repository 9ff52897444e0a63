import { useState } from 'react';
import { usePageState } from './page-state-context.ts';
import { type Suggestion, suggestFor } from './suggestion.ts';

/** What the box offers now, which of it is marked, and how it is taken. */
export interface Suggestions {
  readonly offered: readonly Suggestion[];
  readonly active: number;
  readonly take: (suggestion: Suggestion) => void;
  /** Handles a key while something is offered; true when the key is thereby done with. */
  readonly onKey: (key: string) => boolean;
}

interface SuggestionOptions {
  readonly draft: string;
  readonly isThread: boolean;
  readonly onDraft: (text: string) => void;
}

/**
 * Completions of a draft: arrow keys mark one, Tab or Enter take it (Enter sends a command that is typed completely),
 * Escape sends them away.
 */
export function useSuggestions({ draft, isThread, onDraft }: SuggestionOptions): Suggestions {
  const [dismissed, setDismissed] = useState<string>();
  const [marked, setMarked] = useState({ draft: '', index: 0 });
  const all = suggestFor(draft, isThread, usePageState());
  const offered = dismissed === draft ? [] : all;
  const active = marked.draft === draft ? Math.min(marked.index, offered.length - 1) : 0;
  const take = ({ completed }: Suggestion) => onDraft(completed);
  const onKey = (key: string) => {
    const suggestion = offered[active];
    if (suggestion === undefined || (key === 'Enter' && suggestion.isTyped)) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) setMarked({ draft, index: (active + step + offered.length) % offered.length });
    else if (key === 'Enter' || key === 'Tab') take(suggestion);
    else if (key === 'Escape') setDismissed(draft);
    else return false;
    return true;
  };
  return { offered, active, take, onKey };
}
