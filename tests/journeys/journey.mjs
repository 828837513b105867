// One journey: a reader with a browser of their own, and what must hold on every way they take.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './chromium.mjs';
import { PATIENCE, Readback } from './readback.mjs';
import { serve } from './site.mjs';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const RESULTS = fileURLToPath(new URL('results', import.meta.url));

let browser;
let site;

before(async () => {
  [browser, site] = await Promise.all([launch(), serve(DIST)]);
});

after(async () => {
  await browser?.close();
  site?.close();
});

/**
 * A test with a new reader. Fails on any error the browser reports and on any request to another
 * origin, whatever else it looks at.
 *
 * `context` is given to Playwright; `prepare` runs in the page before anything else;
 * `expected` matches the errors that belong to the journey; `host` is how the site is served, where
 * that is not as usual, and `file` what is opened without a host; `start` starts a site of another
 * kind, on which the page may register its service worker: elsewhere that would answer in the site's
 * place.
 */
export function journey(name, options, walk) {
  const { context: settings = {}, prepare, expected, host, file, start } = options;
  test(name, async () => {
    const here = start ? await start() : file ? onDisk(file) : host ? await serve(DIST, host) : site;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    context.setDefaultTimeout(PATIENCE);
    await context.addInitScript(sameChance);
    if (!start) await context.addInitScript(noWorker);
    if (prepare) await context.addInitScript(prepare);
    const trouble = watch(context, here, expected);
    const page = await context.newPage();
    try {
      await walk(new Readback(page, here), page, context);
      assert.deepEqual(trouble, []);
    } catch (error) {
      await picture(page, name);
      throw error;
    } finally {
      await context.close();
      if (here === site) {
        here.withhold(undefined);
        here.delay(undefined);
      } else here.close();
    }
  });
}

/** A file in the place of a site. */
function onDisk(file) {
  return { home: pathToFileURL(file).href, close: () => {} };
}

/** Collects what the browser complains about and where it goes. */
function watch(context, site, expected) {
  const trouble = [];
  const note = (kind, text) => {
    if (!expected?.test(text)) trouble.push(`${kind}: ${text}`);
  };
  context.on('weberror', (event) => note('error', String(event.error())));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      note('console', `${message.text()} (${message.location().url})`);
    }
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site.home) && !/^(data|blob):/.test(url)) note('request', url);
  });
  return trouble;
}

/** As where a browser allows no service workers. */
function noWorker() {
  if (!self.ServiceWorkerContainer) return;
  ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('not allowed'));
}

/** The same questions in every run: chance is a plain generator with a fixed seed. */
function sameChance() {
  let state = 20250804;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  crypto.getRandomValues = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    bytes.forEach((_, index) => (bytes[index] = next() >>> 24));
    return array;
  };
  Math.random = () => next() / 2 ** 32;
}

async function picture(page, name) {
  await mkdir(RESULTS, { recursive: true });
  const file = `${RESULTS}/${name.replace(/\W+/g, '-')}.png`;
  await page.screenshot({ path: file, fullPage: true }).catch(() => {});
  console.error(`  what it looked like: ${file}`);
}
