// A static host for the journeys: dist/ below a folder, as on a host that has other pages too.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const FOLDER = '/some/folder/';
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves a folder on a port of its own. `withhold` makes files whose names match fail. */
export async function serve(root) {
  let withheld;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const file = path.startsWith(FOLDER) && normalize(path.slice(FOLDER.length) || 'index.html');
    if (withheld?.test(path)) {
      response.writeHead(503).end();
      return;
    }
    try {
      const bytes = await readFile(join(root, file));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    home: origin + FOLDER,
    withhold: (pattern) => (withheld = pattern),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
