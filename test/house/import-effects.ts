import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/** Whatever the parser gives: its fields are looked at one by one. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Constructors of the language that only lay out data. */
const CONSTRUCTORS = new Set([
  'Set',
  'Map',
  'RegExp',
  'URL',
  'Intl.DateTimeFormat',
  'Intl.ListFormat',
  'Intl.NumberFormat',
]);
/** What makes plain data of plain data: of the language, of packages, of our own. */
const MAKERS = new Set([
  ...[
    'Object.freeze',
    'Object.entries',
    'Object.fromEntries',
    'Object.keys',
    'Object.values',
    'Float64Array.from',
    'Uint8Array.from',
    'Buffer.from',
  ],
  // Wrap a function, and run nothing. What they remember is the same whoever asks.
  ...['once', 'memoise', 'promisify', 'createContext', 'fileURLToPath', 'ofJson', 'ofXml'],
  // Lay out words, parts of schemas and descriptions of methods.
  ...[
    'String.raw',
    'sql',
    'wordList',
    'anyOf',
    'words',
    'plainText',
    'textObject',
    'markedText',
    'fromJson',
    'defineMethod',
    'stepOf',
  ],
]);
/** Methods of strings, arrays and schemas: each gives something new and changes nothing. */
const METHODS = new Set(
  `concat filter flat flatMap format join map replace slice split toSorted trim
  catch datetime default int max min nullable nullish number optional partial pipe refine regex rest startsWith transform`.split(
    /\s+/,
  ),
);

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.name);
  return node.type === 'MemberExpression' ? `${nameOf(node.object)}.${nameOf(node.property)}` : node.type;
};

/** Whether what is called lays out data. */
function isHarmless(node: Node): boolean {
  const name = nameOf(node.callee ?? node.tag);
  // A date without a moment asks for the time.
  const isMoment = name === 'Date' && Array.isArray(node.arguments) && node.arguments.length > 0;
  if (node.type === 'NewExpression') return CONSTRUCTORS.has(name) || isMoment;
  return name.startsWith('z.') || MAKERS.has(name) || METHODS.has(name.slice(name.lastIndexOf('.') + 1));
}

/** The calls that run when a piece of code is reached; what is in a function runs later. */
function* callsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* callsIn(one);
  if (!isNode(value)) return;
  const isLater =
    /Function/.test(value.type) ||
    value.type === 'MethodDefinition' ||
    (value.type === 'PropertyDefinition' && value.static !== true);
  if (isLater) return;
  if (value.type === 'AwaitExpression') yield 'await';
  const isCall = ['CallExpression', 'NewExpression', 'TaggedTemplateExpression'].includes(value.type);
  if (isCall && !isHarmless(value)) yield `calls ${nameOf(value.callee ?? value.tag)}`;
  for (const field of Object.values(value)) yield* callsIn(field);
}

/** Statements that may stand outside of functions. */
const DECLARATIONS = /^(?:Import|Export|Class|Function)/;

/**
 * What importing a module does beyond laying out constants: a variable that may change, a statement that runs, a call
 * that is not known to do nothing but make plain data of plain data. Empty for a module that keeps the rule.
 */
export function importEffects(source: string, loader: 'ts' | 'tsx'): readonly string[] {
  const { code } = transformSync(source, { loader, target: 'esnext', jsx: 'preserve' });
  const { code: plain } =
    loader === 'tsx' ? transformSync(code, { loader: 'jsx', target: 'esnext' }) : { code };
  const { body } = parse(plain, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as {
    readonly body: readonly Node[];
  };
  return body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isVariable = isNode(declared) && declared.type === 'VariableDeclaration';
    if (isVariable && declared.kind !== 'const') return [`declares with ${declared.kind}`];
    const runs = isVariable || DECLARATIONS.test(statement.type) ? [] : [`runs a ${statement.type}`];
    return [...runs, ...callsIn(statement)];
  });
}
