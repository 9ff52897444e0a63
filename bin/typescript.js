// Runs TypeScript as it stands, for development: tsx strips the types on loading. Start with
// `node --import ./bin/typescript.js`.
//
// tsx would keep what it made of them in the machine's temporary folder and take it from there at the next start.
// Other users of the machine may write there, and so could have the bot run their code: the variable, which tsx
// documents, switches that off.
process.env.TSX_DISABLE_CACHE = '1';
const { register } = await import('tsx/esm/api');
register();
