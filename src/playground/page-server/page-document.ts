/** The document of the page: everything it shows is drawn by its script. */
export function pageDocument(title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div id="page"><noscript>The playground needs JavaScript.</noscript></div>
<script type="module" src="/page.js"></script>
</body>
</html>
`;
}
