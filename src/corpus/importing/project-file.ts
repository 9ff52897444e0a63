/** What lies beside articles in a repository or on a web server; without its ending, in any case. */
const STEMS = new Set(
  (
    'readme license licence copying unlicense changelog contributing code_of_conduct code-of-conduct makefile ' +
    'dockerfile jenkinsfile procfile gemfile rakefile pipfile codeowners'
  ).split(' '),
);
/** The same in capitals: in small letters, or with the .TXT of old systems, these are headlines. */
const CAPITAL_STEMS = new Set(
  'NOTICE AUTHORS CONTRIBUTORS CHANGES HISTORY INSTALL MAINTAINERS SECURITY VERSION'.split(' '),
);
const ENDINGS = new Set(['', 'md', 'txt', 'rst', 'adoc', 'html', 'lock']);
/** Whole names. */
const NAMES = new Set(
  (
    'robots.txt humans.txt ads.txt app-ads.txt security.txt llms.txt llms-full.txt cmakelists.txt package.json ' +
    'package-lock.json composer.json tsconfig.json manifest.json sitemap.xml pom.xml'
  ).split(' '),
);
const PATTERNS: readonly RegExp[] = [
  // README.de.md, read-me.txt
  /^read[-_ ]?me(?:[-_.]\w{1,5})?(?:\.\w{1,8})?$/i,
  // LICENSE-MIT; "licence-fee-rises.md" is an article.
  /^licen[cs]e[-_.](?:mit|apache|bsd|gpl|lgpl|agpl|mpl|cc0?)[\w.-]{0,12}$/i,
  // requirements-dev.txt, dev-requirements.txt
  /^(?:\w{1,20}-)?(?:requirements|constraints)(?:[-_.]\w{1,20})?\.(?:txt|in)$/i,
];

/**
 * The name of a file that is no article wherever it lies, such as `README` or `requirements.txt`; undefined for every
 * other.
 * @param name a path or an address
 */
export function projectFileName(name: string): string | undefined {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const [stem = '', ...endings] = base.split('.');
  const ending = endings.join('.');
  const isOne =
    NAMES.has(base.toLowerCase()) ||
    (STEMS.has(stem.toLowerCase()) && ENDINGS.has(ending.toLowerCase())) ||
    (CAPITAL_STEMS.has(stem) && ENDINGS.has(ending)) ||
    PATTERNS.some((pattern) => pattern.test(base));
  return isOne ? base : undefined;
}
