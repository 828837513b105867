// A host for journeys without a network: folders whose files change while readers are there, and
// which answers wrongly, or not at all, when it is told to.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const LIST = /^const VERSION="\w+",FILES=(\{.*?\});\n/;
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The version that the build wrote: the bytes of every file by its path. */
export function built() {
  const paths = readdirSync(DIST, { recursive: true }).filter((path) => statSync(join(DIST, path)).isFile());
  return new Map(paths.map((path) => [path, readFileSync(join(DIST, path))]));
}

/** Another version: some files have another text, and the worker's list fits them. */
export function changed(version, texts) {
  const files = new Map(version);
  for (const [path, text] of Object.entries(texts)) files.set(path, Buffer.from(text));
  const script = files.get('service_worker.js').toString();
  const list = JSON.parse(LIST.exec(script)[1]);
  for (const path of Object.keys(list)) list[path] = hash(files.get(path));
  const [json, program] = [JSON.stringify(list), script.replace(LIST, '')];
  const head = `const VERSION="${hash(json + program)}",FILES=${json};\n`;
  return files.set('service_worker.js', Buffer.from(head + program));
}

/** What the build writes beside each path. */
export function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** Serves versions in folders of one origin, of which `home` is the first. */
export async function host(folders) {
  const places = Object.entries(folders).map(([folder, version]) => ({ folder, version }));
  const seen = [];
  let spoil;
  // As many hosts do: for ten minutes a browser need not even ask.
  let caching = 'max-age=600';
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, 'http://host');
    seen.push({ method: request.method, address: pathname + search });
    if (spoil?.(pathname, response, request)) return;
    response.setHeader('cache-control', caching);
    serve(places, pathname, response);
  });
  const listen = (port) => new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  await listen(0);
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  const site = {
    origin,
    home: origin + places[0].folder,
    /** Puts another version in the place of the one in a folder. */
    deploy: (version, folder = places[0].folder) => {
      places.find((place) => place.folder === folder).version = version;
    },
    /** From now on this answers first; where it returns nothing, the host does as ever. */
    spoil: (answer) => (spoil = answer),
    /** What it says from now on of how long a browser may keep its answers. */
    caching: (header) => (caching = header),
    /** What was asked for since the last call. */
    seen: () => seen.splice(0),
    down: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
    up: () => listen(port),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}

function serve(places, pathname, response) {
  const inside = places.filter(({ folder }) => pathname.startsWith(folder));
  const [place] = inside.sort((one, other) => other.folder.length - one.folder.length);
  const path = pathname.slice(place?.folder.length) || 'index.html';
  const bytes = place?.version.get(path);
  const headers = { 'content-type': TYPES[extname(path)] ?? 'text/plain' };
  if (bytes) response.writeHead(200, headers).end(bytes);
  else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
}
