import type { Suggestions } from './use-suggestions.ts';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: Suggestions;
}

/** The popup over the box with what can be completed. The focus stays in the box. */
export function SuggestionList({ id, suggestions: { offered, active, take } }: SuggestionListProps) {
  return (
    <div
      id={id}
      className="suggestions"
      role="listbox"
      aria-label="Suggestions"
      hidden={offered.length === 0}
    >
      {offered.map((suggestion, index) => (
        <div
          key={suggestion.title}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            take(suggestion);
          }}
        >
          <code>{suggestion.title}</code>
          <small>{suggestion.detail}</small>
        </div>
      ))}
    </div>
  );
}
