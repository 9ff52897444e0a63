import type { SharedFile } from '../workspace/shared-file.ts';

/** A file in a message: its name, what is in it, and a way to keep it. */
export function FileCard({ file: { name, title, text } }: { readonly file: SharedFile }) {
  return (
    <details className="file-card">
      <summary>
        <strong>{title}</strong> <span>{name}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre tabIndex={0}>{text}</pre>
      <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={name}>
        Download
      </a>
    </details>
  );
}
