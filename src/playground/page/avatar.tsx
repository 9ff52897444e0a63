interface AvatarProps {
  readonly name: string;
  readonly isApp?: boolean;
  readonly size?: 'small' | 'large';
}

const TINTS = 6;

/** A person's initials, or a quotation mark for the app. */
export function Avatar({ name, isApp = false, size = 'large' }: AvatarProps) {
  const letters = name
    .split(/\s+/)
    .map(([letter = '']) => letter)
    .slice(0, 2)
    .join('');
  const tint = [...name].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % TINTS;
  return (
    <span className="avatar" data-size={size} data-tint={isApp ? 'app' : tint} aria-hidden="true">
      {isApp ? '”' : letters.toUpperCase()}
    </span>
  );
}
