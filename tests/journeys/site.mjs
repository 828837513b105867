// A static host for the journeys: dist/ below a folder, as on a host that has other pages too.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const FOLDER = '/some/folder/';
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

const ENCODINGS = { br: '.br', gzip: '.gz' };

/**
 * Serves a folder on a port of its own, below `folder`. `type` gives a file's content type, and
 * nothing where the host knows none; `encodings` are those whose copies beside the files it sends.
 *
 * Of what it gives back, `withhold` makes files whose names match fail, and `delay` makes them wait.
 */
export async function serve(root, { folder = FOLDER, type = typeOf, encodings = [] } = {}) {
  let withheld;
  let late = {};
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const file = path.startsWith(folder) && normalize(path.slice(folder.length) || 'index.html');
    if (withheld?.test(path)) {
      response.writeHead(503).end();
      return;
    }
    if (late.pattern?.test(path)) await new Promise((go) => setTimeout(go, late.ms));
    try {
      const accepted = request.headers['accept-encoding'] ?? '';
      const encoding = encodings.find((encoding) => accepted.includes(encoding));
      const copy = encoding && (await readFile(join(root, file + ENCODINGS[encoding])).catch(() => undefined));
      const bytes = copy ?? (await readFile(join(root, file)));
      if (type(file)) response.setHeader('content-type', type(file));
      if (copy) response.setHeader('content-encoding', encoding);
      response.writeHead(200).end(bytes);
    } catch {
      const page = await readFile(join(root, '404.html')).catch(() => '');
      response.writeHead(404, { 'content-type': TYPES['.html'] }).end(page);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    home: origin + folder,
    withhold: (pattern) => (withheld = pattern),
    delay: (pattern, ms) => (late = { pattern, ms }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The type that a host who knows all kinds of files gives. */
export function typeOf(file) {
  return TYPES[extname(file)] ?? 'text/plain';
}
