import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp';

/** What people and files repeat most, and what no expression names. */
const USUAL = [' ', '\t', '\n', 'a', 'A', '0', '.', '-', '"', '\u0000'];
/** What comes last, so that what was matched so far turns out to be in vain. */
const ENDS = ['\u0000', '\n\u0000', ''];
/** Fewer repetitions than these cannot take long. */
const FEW = 8;

/**
 * Texts of about a length that make an expression try in vain as often as it can: for whatever it may repeat, that thing over and
 * over, and what leads to it over and over.
 */
export function* hostileTexts(expression: RegExp, length: number): Generator<string> {
  const { pattern } = parseRegExpLiteral(expression);
  const made = new Set<string>();
  const repeats: AST.Quantifier[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter: (node) => {
      if (node.max >= FEW) repeats.push(node);
    },
  });
  for (const repeat of repeats) {
    const lead = leadTo(repeat);
    for (const once of repetitionsOf(repeat, expression)) {
      const often = once.repeat(length / once.length);
      const again = `${lead}${once}`.repeat(length / (lead.length + once.length));
      // What begins with something else is not taken by an expression that has another way for beginnings.
      for (const text of [lead + often, again, `\u0000${often}`]) {
        if (made.has(text)) continue;
        made.add(text);
        for (const end of ENDS) yield text + end;
      }
    }
  }
}

/** What one repetition may be. */
function repetitionsOf({ element }: AST.Quantifier, { source, flags }: RegExp): readonly string[] {
  const letters = [...new Set([...USUAL, ...source.replace(/\\./gu, ' ')])];
  const accepts = new RegExp(`^(?:${element.raw})$`, flags.replace(/[gy]/g, ''));
  const single =
    element.type === 'Character' || element.type === 'CharacterClass' || element.type === 'CharacterSet';
  if (single) return letters.filter((letter) => accepts.test(letter));
  return [...new Set([textOf(element, 'shortest'), textOf(element, 'once')])].filter((text) => text !== '');
}

/** What stands before a thing where the expression begins to match it. */
function leadTo(node: AST.Node): string {
  const { parent } = node;
  if (!parent) return '';
  if (parent.type !== 'Alternative') return leadTo(parent);
  let lead = leadTo(parent);
  for (const element of parent.elements) {
    if (element === node) break;
    lead += textOf(element, 'once');
  }
  return lead;
}

/** A text that a part of an expression matches: with whatever is optional left out, or there once. */
function textOf(node: AST.Element, how: 'shortest' | 'once'): string {
  switch (node.type) {
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const accepts = new RegExp(`^${node.raw}$`, 'u');
      const named = node.type === 'CharacterClass' ? node.elements.flatMap(firstOf) : [];
      return [...named, ...USUAL, '“', 'é'].find((letter) => accepts.test(letter)) ?? '';
    }
    case 'Quantifier': {
      const times = how === 'shortest' ? node.min : Math.max(node.min, Math.min(1, node.max));
      return textOf(node.element, how).repeat(times);
    }
    case 'Group':
    case 'CapturingGroup':
      return (node.alternatives[0]?.elements ?? []).map((element) => textOf(element, how)).join('');
    default:
      // What is only looked at, and what stood before.
      return '';
  }
}

function firstOf(element: AST.CharacterClassElement): readonly string[] {
  if (element.type === 'Character') return [String.fromCodePoint(element.value)];
  return element.type === 'CharacterClassRange' ? [String.fromCodePoint(element.min.value)] : [];
}
