import { MarkedText } from './marked-text.tsx';

interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

/** Draws text: plain text as it stands, marked text with its marks carried out. */
export function TextView({ text }: { readonly text: TextObject }) {
  return <p className="text">{text.type === 'plain_text' ? text.text : <MarkedText text={text.text} />}</p>;
}

interface ImageViewProps {
  readonly image: {
    readonly alt_text: string;
    readonly image_url?: string | undefined;
    readonly title?: { readonly text: string } | undefined;
  };
}

/** A picture is never fetched, since that would leave this machine: its description and address stand for it. */
export function ImageView({ image: { alt_text, image_url, title } }: ImageViewProps) {
  return (
    <span className="picture">
      <span className="picture-mark">Picture</span> {title?.text ?? alt_text}
      {image_url !== undefined && (
        <a href={image_url} target="_blank" rel="noreferrer">
          {new URL(image_url).hostname}
        </a>
      )}
    </span>
  );
}
