// What a first visit may cost, measured on dist/ as a browser loads it. Fails when a budget is
// passed; prints what was measured either way.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { launch } from './journeys/chromium.mjs';
import { serve } from './journeys/site.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const KILOBYTE = 1000;
const IS_EXAMINER = /^examiner.*\.(js|wasm)$/;

let parts;

before(async () => {
  const examiner = (await readdir(DIST)).filter((name) => IS_EXAMINER.test(name));
  const page = (await firstLoad()).filter((name) => !IS_EXAMINER.test(name));
  parts = { page: await measure(page), examiner: await measure(examiner) };
});

after(() => {
  for (const [name, files] of Object.entries(parts)) {
    console.log(`\n${name}`);
    for (const { file, raw, gzip, brotli } of [...files, { file: 'together', ...sums(files) }]) {
      console.log(`  ${file.padEnd(36)}${columns(raw, gzip, brotli)}`);
    }
  }
});

test('the first load takes at most 150 kB by brotli', () => {
  within(sums(parts.page).brotli, 150 * KILOBYTE);
});

test('the first load takes at most 175 kB by gzip', () => {
  within(sums(parts.page).gzip, 175 * KILOBYTE);
});

test('the first load takes at most 6 requests', () => {
  within(parts.page.length, 6);
});

test('the examiner takes at most 350 kB by gzip', () => {
  within(sums(parts.examiner).gzip, 350 * KILOBYTE);
});

test('the styles take at most 16 kB', async () => {
  const files = parts.page.map(({ file }) => file);
  const html = await read(files.find((file) => file.endsWith('.html')));
  const inline = [...html.toString().matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css);
  const linked = await Promise.all(files.filter((file) => file.endsWith('.css')).map(read));
  const bytes = [...inline, ...linked].reduce((sum, css) => sum + Buffer.byteLength(css), 0);
  assert.ok(bytes > 0, 'no styles were found');
  within(bytes, 16 * KILOBYTE);
});

/** The files a browser asks for before the Library stands and nothing more is on its way. */
async function firstLoad() {
  const [browser, site] = await Promise.all([launch(), serve(DIST)]);
  try {
    const page = await browser.newPage();
    const files = new Set();
    page.on('request', (request) => {
      if (request.url().startsWith(site.home)) files.add(request.url().slice(site.home.length) || 'index.html');
    });
    await page.goto(site.home, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return [...files];
  } finally {
    await browser.close();
    site.close();
  }
}

async function measure(files) {
  return Promise.all(
    files.map(async (file) => {
      const bytes = await read(file);
      return {
        file,
        raw: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: brotliCompressSync(bytes).length,
      };
    }),
  );
}

function read(file) {
  return readFile(DIST + file);
}

function sums(files) {
  const sum = (of) => files.reduce((total, file) => total + of(file), 0);
  return { raw: sum((file) => file.raw), gzip: sum((file) => file.gzip), brotli: sum((file) => file.brotli) };
}

function columns(raw, gzip, brotli) {
  const column = (bytes, name) => `${String(bytes).padStart(9)} ${name}`;
  return column(raw, 'raw') + column(gzip, 'gzip') + column(brotli, 'brotli');
}

function within(measured, budget) {
  assert.ok(measured > 0, 'nothing was measured');
  assert.ok(measured <= budget, `${measured}, and ${budget} is the budget`);
}
