/** Files that lie beside articles in a repository or on a web server, by their whole name. */
const NAMES: readonly RegExp[] = [
  /^read[-_ ]?me(?:[-_.][\w-]{1,8})?(?:\.\w{1,8})?$/i,
  // LICENSE, LICENCE.txt, LICENSE-MIT; "licence-fee-rises.md" is an article.
  /^(?:licen[cs]e|copying|unlicense)(?:[-_.](?:mit|apache|bsd|gpl|lgpl|agpl|mpl|cc|cc0)[\w.-]{0,12})?(?:\.(?:txt|md|rst|html?))?$/i,
  // In small letters, or with a .TXT of old systems, these are headlines.
  /^(?:NOTICE|AUTHORS|CONTRIBUTORS|CHANGES|CHANGELOG|HISTORY|INSTALL|MAINTAINERS|SECURITY|TODO|VERSION)(?:\.(?:md|rst|txt|adoc))?$/,
  /^(?:changelog|contributing|code[-_]of[-_]conduct|third[-_]party[-_]notices)(?:\.\w{1,8})?$/i,
  /^(?:[\w-]{1,20}-)?(?:requirements|constraints)(?:[-_.][\w-]{1,20})?\.(?:txt|in|pip)$/i,
  /^(?:robots|humans|ads|app-ads|security|llms|llms-full|cmakelists|manifest)\.txt$/i,
  /^(?:package|package-lock|composer|tsconfig|jsconfig|manifest|bower|deno|angular|nx|lerna|renovate|vercel)\.json$/i,
  /^(?:makefile|dockerfile|containerfile|jenkinsfile|vagrantfile|procfile|gemfile|rakefile|pipfile|codeowners)(?:\.lock)?$/i,
  /^(?:sitemap(?:[-_][\w-]{1,30})?|pom|web\.config|opensearch|browserconfig)\.xml$/i,
];

/**
 * The name of a file that is no article wherever it lies, such as `README` or `requirements.txt`; undefined for every
 * other.
 * @param name a path or an address
 */
export function projectFileName(name: string): string | undefined {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return NAMES.some((pattern) => pattern.test(base)) ? base : undefined;
}
