import type { MarkupElement } from './markup.ts';

/** Styles of what nobody sees, or sees struck; without white space. */
const UNSEEN_STYLE = new RegExp(
  String.raw`(?:^|;)(?:display:none|visibility:hidden|font-size:0(?:;|$|[a-z%])|(?:left|text-indent):-\d{3,}|` +
    'text-decoration(?:-line)?:[^;]{0,40}line-through)',
  'i',
);

/** Classes of what is seen by nobody, struck, or read to the blind beside what the others see. */
const UNSEEN_CLASSES = new Set(
  `hidden d-none u-hidden is-hidden hide display-none visually-hidden visuallyhidden sr-only screen-reader-text
   screen-reader-only a11y-hidden strike strikethrough line-through`.split(/\s+/),
);

/** Ids and classes of what others wrote below or between: readers' comments, posts of networks, words said twice. */
const BESIDE = new Set(
  `comments comments-area comments-section comment-list commentlist comment-body comment-content comment-thread
   disqus_thread disqus respond pullquote pull-quote pull_quote pullquotes tweet tweet-embed embed-tweet twitter-embed
   instagram-media instagram-embed fb-post facebook-embed tiktok-embed social-embed`.split(/\s+/),
);

/** Classes of marks that lead to a note. */
const REFERENCE_CLASSES = new Set(
  'reference footnote footnote-ref footnote-reference noteref note-ref'.split(' '),
);

/** Words of classes of captions and credits: `wp-caption-text`, `image__credit`, `photoCaption`. */
const CAPTION = /^(?:fig|image|photo|picture|media|video)?(?:caption|credit)s?(?:text|wrap|body)?$/;
/** What may stand around them: "has-caption" and "caption-story" are classes of more than a caption. */
const AROUND_CAPTION = new Set(
  `wp block element fig figure image img photo picture media video lead hero gallery slide article story post content
   inline main asset text wrap wrapper container inner body box title meta source author p caption credit`.split(
    /\s+/,
  ),
);

/** Whether an element is not for readers of the article: hidden, struck, a caption, a mark that leads to a note. */
export function isFurniture({ name, attributes }: MarkupElement): boolean {
  if (!attributes) return false;
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true;
  if (attributes.style && isUnseenStyle(attributes.style)) return true;
  if (name !== 'blockquote' && isBeside(attributes)) return true;
  if (!attributes.class) return false;
  return attributes.class
    .split(/\s+/)
    .some(
      (one) =>
        UNSEEN_CLASSES.has(one.toLowerCase()) ||
        isCaption(one) ||
        (name === 'sup' && REFERENCE_CLASSES.has(one.toLowerCase())),
    );
}

/** Whether a style shows nothing, or shows words as struck. */
export function isUnseenStyle(style: string): boolean {
  return style !== '' && UNSEEN_STYLE.test(style.replace(/\s+/g, ''));
}

/** Whether an id or a class is one of what stands beside an article and is not its writer's. */
export function isBeside({ id = '', class: classes = '' }: Readonly<Record<string, string>>): boolean {
  return `${id} ${classes}`.split(/\s+/).some((one) => BESIDE.has(one.toLowerCase()));
}

/** Whether a class is one of captions and credits alone. */
export function isCaption(className: string): boolean {
  if (!/caption|credit/i.test(className)) return false;
  const words = className
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/);
  return (
    words.some((word) => CAPTION.test(word)) &&
    words.every((word) => CAPTION.test(word) || AROUND_CAPTION.has(word) || /^\d*$/.test(word))
  );
}
