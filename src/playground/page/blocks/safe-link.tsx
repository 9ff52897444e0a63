import type { ReactNode } from 'react';

interface SafeLinkProps {
  readonly url: string;
  /** Shown in place of the address. */
  readonly children?: ReactNode;
}

const SAFE = /^(https?|mailto):/i;

/** A link that opens beside the page; an address of any other kind is shown, not linked. */
export function SafeLink({ url, children }: SafeLinkProps) {
  if (!SAFE.test(url)) return <span>{children ?? url}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children ?? url}
    </a>
  );
}
