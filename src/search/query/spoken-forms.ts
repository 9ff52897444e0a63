const EMOTICON = /(?<!\S)(?:[:;=]['-]?[()dpo\][|/\\]{1,5}|xd|<3)(?!\S)/gi;
const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a short message in small letters, without apostrophes, smileys and letters drawn out (`sooo`). */
export function spokenForms(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(EMOTICON, ' ').replace(/['’]/g, '');
  return (plain.match(WORD) ?? []).map((word) => notDrawnOut(word).replace(/^(?:ha|ah){2,}h?$/, 'haha'));
}

/** A letter that stands three times or more stands once: "hmmm", "sooo". */
function notDrawnOut(word: string): string {
  return [...word].filter((letter, at, all) => !isSpare(letter, at, all)).join('');
}

function isSpare(letter: string, at: number, all: readonly string[]): boolean {
  return letter === all[at - 1] && (letter === all[at - 2] || letter === all[at + 1]);
}
