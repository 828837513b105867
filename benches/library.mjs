// What a built library costs its reader: bytes and requests of the first load, time to the Library,
// memory, and time for each key typed into the search. Prints it; holds nobody to it.
// node benches/library.mjs [FOLDER]: the folder of the build, dist/ if none is named.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { launch } from '../tests/journeys/chromium.mjs';
import { serve } from '../tests/journeys/site.mjs';

const DIST = resolve(process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url)));
const TIMES = 5;
const SETTLED_MS = 500;
const QUERIES = ['harbour weavers', 'council of storage', '"in the year'];

const [browser, site] = await Promise.all([launch(), serve(DIST)]);
try {
  const starts = [];
  for (let at = 0; at < TIMES; at += 1) starts.push((await visit(() => {})).start);
  const { files, keys, memory } = await visit(search);
  const sizes = await Promise.all([...files].map(size));
  const sum = (of) => sizes.reduce((total, one) => total + one[of], 0);
  console.log(`${DIST}
  first load   ${sum('raw')} raw, ${sum('gzip')} gzip, ${sum('brotli')} brotli, ${files.size} requests: ${[...files].join(' ')}
  Library      ${median(starts).toFixed(0)} ms (median of ${TIMES})
  memory       ${memory} MB in the page's process
${keys.join('\n')}`);
} finally {
  await browser.close();
  site.close();
}

/** One first visit: what was asked for until the Library stood and all was quiet, and when it stood. */
async function visit(then) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const files = new Set();
  // A worker's script may be one of the page's own making.
  const note = (request) => request.url().startsWith(site.home) && files.add(request.url().slice(site.home.length) || 'index.html');
  page.on('request', note);
  await page.addInitScript(() => {
    addEventListener('input', () => (window.typed = performance.now()), true);
    new MutationObserver(() => {
      window.changed = performance.now();
      if (document.querySelector('main .search')) window.stood ??= performance.now();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(site.home, { waitUntil: 'networkidle' });
  await page.locator('main article').first().waitFor();
  page.off('request', note);
  const start = await page.evaluate(() => window.stood);
  const keys = await then(page);
  const memory = await residentMemory();
  await context.close();
  return { files, start, keys, memory };
}

/** The time from each key to the last change of the page that it brings about, of every query twice: a
    large library fetches what it needs the first time. Nothing changes after some keys. */
async function search(page) {
  const field = page.getByRole('searchbox', { name: 'Search' });
  const told = [];
  for (const query of QUERIES) {
    for (const time of ['at first', 'again']) {
      const taken = [];
      await field.focus();
      for (const key of query) {
        await page.keyboard.type(key);
        await page.waitForTimeout(SETTLED_MS);
        taken.push(await page.evaluate(() => Math.max(0, window.changed - window.typed)));
      }
      await field.fill('');
      await page.waitForTimeout(SETTLED_MS);
      told.push(`  ${query}, ${time}: ${taken.map((ms) => ms.toFixed(0)).join(' ')} ms`);
    }
  }
  return told;
}

async function residentMemory() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const sizes = await Promise.all(
    pages.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    }),
  );
  return Math.round(Math.max(...sizes) / 1000);
}

async function size(file) {
  const bytes = await readFile(`${DIST}/${decodeURIComponent(file)}`);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}
