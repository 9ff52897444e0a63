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
      {isApp ? <QuotationMark /> : letters.toUpperCase()}
    </span>
  );
}

/** Drawn, since every font hangs this sign at another height. */
function QuotationMark() {
  const mark = 'M0 0h5v5.2C5 8 3.6 10.2.9 11.2L.2 9.7C1.6 9 2.3 8 2.3 6.4V5H0z';
  return (
    <svg viewBox="-5.5 -5.4 22 22" aria-hidden="true">
      <path d={mark} />
      <path d={mark} transform="translate(6.2 0)" />
    </svg>
  );
}
