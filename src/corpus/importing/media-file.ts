/** Endings of files that come along with articles and hold no words. */
const ENDINGS: readonly (readonly [kind: string, endings: RegExp])[] = [
  ['picture', /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg|eps|psd)$/i],
  ['audio', /\.(?:mp3|m4a|aac|wav|ogg|opus|flac)$/i],
  ['video', /\.(?:mp4|m4v|mov|avi|mkv|webm|mpe?g|wmv)$/i],
];

/** `picture`, `audio` or `video`, by the name of a file; undefined when it may hold words. */
export function mediaKind(name: string): string | undefined {
  return ENDINGS.find(([, endings]) => endings.test(name))?.[0];
}
