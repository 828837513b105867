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
const INDEX = 'index.html';
const SINGLE = 'readback.html';
const KILOBYTE = 1000;
const LATE = 2000;
const IS_EXAMINER = /^examiner.*\.(js|wasm)$/;
const IS_TUTOR = /^tutor.*\.(js|wasm)$/;

let parts;

before(async () => {
  const all = await readdir(DIST);
  const [examiner, tutor] = [IS_EXAMINER, IS_TUTOR].map((its) => all.filter((name) => its.test(name)));
  const page = (await firstLoad()).filter((name) => ![...examiner, ...tutor].includes(name));
  parts = {
    page: await measure(page),
    [`of that, ${INDEX}`]: await measureIndex(),
    examiner: await measure(examiner),
    tutor: await measure(tutor),
    'one file': await measure([SINGLE]),
  };
});

after(() => {
  for (const [name, files] of Object.entries(parts)) {
    console.log(`\n${name}`);
    for (const { file, raw, gzip, brotli } of [...files, { file: 'together', ...sums(files) }]) {
      console.log(`  ${file.padEnd(38)}${columns(raw, gzip, brotli)}`);
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

test('the tutor takes at most 200 kB by gzip', () => {
  within(sums(parts.tutor).gzip, 200 * KILOBYTE);
});

test('the edition in one file takes at most 2.5 MB', () => {
  within(sums(parts['one file']).raw, 2500 * KILOBYTE);
});

test('nothing moves while the program loads', async () => {
  const shifts = await layoutShifts();
  assert.equal(shifts.length, 2);
  assert.deepEqual(shifts, [0, 0]);
});

test('the styles take at most 16 kB', async () => {
  const files = parts.page.map(({ file }) => file);
  const html = await read(files.find((file) => file.endsWith('.html')));
  const inline = [...html.toString().matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css);
  const linked = await Promise.all(['late.css', ...files.filter((file) => file.endsWith('.css'))].map(read));
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

/** How far anything moves in the Library and in an article whose program comes late. */
async function layoutShifts() {
  const [browser, site] = await Promise.all([launch(), serve(DIST)]);
  try {
    const page = await browser.newPage();
    await page.goto(site.home);
    const link = page.getByRole('main').getByRole('article').getByRole('link').first();
    const article = await link.getAttribute('href');
    const shifts = [];
    for (const hash of ['', article]) {
      site.delay(/app.*\.wasm$/, LATE);
      await page.goto('about:blank');
      await page.goto(site.home + hash);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('#shell').waitFor({ state: 'detached' });
      shifts.push(await page.evaluate(layoutShift));
    }
    return shifts;
  } finally {
    await browser.close();
    site.close();
  }
}

function layoutShift() {
  return new Promise((resolve) => {
    let sum = 0;
    const note = (list) => list.getEntries().forEach(({ value }) => (sum += value));
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 500);
  });
}

async function measure(files) {
  return Promise.all(files.map(async (file) => ({ file, ...sizes(await read(file)) })));
}

/** What the page itself consists of. */
async function measureIndex() {
  const html = (await read(INDEX)).toString();
  const each = {
    policy: /<meta http-equiv="Content-Security-Policy"[^>]*>/g,
    styles: /<style>.*?<\/style>/gs,
    'Library, not yet the app': /<div id="shell">.*?<\/main>/gs,
    scripts: /<script.*?<\/script>/gs,
  };
  return Object.entries(each).map(([file, pattern]) => ({
    file: `  ${file}`,
    ...sizes(Buffer.from((html.match(pattern) ?? []).join(''))),
  }));
}

function sizes(bytes) {
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
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
