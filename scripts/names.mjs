// Gives a module's imports and exports the short names that wasm-opt chose, in the script that
// wasm-bindgen wrote for it, and drops from that what the module imports no more. Takes the path
// of the script; wasm-opt's list of names comes by standard input.
import { readFileSync, writeFileSync } from 'node:fs';

const IMPORT = /^ +(__wb\w+): function.*?^ +\}(?:, arguments\); \})?,\n/gms;

const [path] = process.argv.slice(2);
const { imports, exports } = JSON.parse(readFileSync(0, 'utf8'));
const [[room]] = imports;
const short = new Map([
  [`"${room}"`, '"a"'],
  ...imports.map(([, long, name]) => [long, name]),
  ...exports.map(([long, name]) => [`.${long}`, `.${name}`]),
]);
const missing = new Set(imports.map(([, long]) => long));

const script = readFileSync(path, 'utf8')
  .replace(IMPORT, (entry, name) => (short.has(name) ? entry : ''))
  .replace(/"\.\/\w+\.js"|\.?\b[\w$]+/g, (long) => {
    missing.delete(long);
    return short.get(long) ?? long;
  });
if (missing.size > 0) throw new Error(`${path} has no ${[...missing].join(', ')}`);
writeFileSync(path, script);
