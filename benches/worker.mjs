// How long the built worker takes for a bank, in the browser. Prints it; holds nobody to it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/journeys/chromium.mjs';
import { serve } from '../tests/journeys/site.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const BUDGET = 40;
const TIMES = 20;

await readFile(`${DIST}index.html`);
const [browser, site] = await Promise.all([launch(), serve(DIST)]);
try {
  const page = await browser.newPage();
  await page.addInitScript(noteRequests);
  await page.goto(site.home);
  const articles = await page.locator('article h2 a, article h3 a').evaluateAll((links) => links.map((link) => link.hash));
  console.log(`\nIn the worker, the shortest and the median of ${TIMES} banks; the budget is ${BUDGET} ms for 1,200 words`);
  // What the first worker runs is still being compiled for speed: its times are nobody's.
  for (const [at, address] of articles.entries()) {
    await page.goto(site.home + address.replace('/read/', '/quiz/'));
    await page.waitForFunction(() => window.requests.length > 0);
    const request = await page.evaluate(() => window.requests[0]);
    if (at === 0) await page.evaluate(timeBanks, [request, TIMES]);
    const taken = await page.evaluate(timeBanks, [request, TIMES]);
    const [least, median] = [taken[0], taken[taken.length >> 1]].map((ms) => ms.toFixed(1).padStart(6));
    console.log(`  ${least} ms ${median} ms  ${address}`);
  }
} finally {
  await browser.close();
  site.close();
}

/** Keeps what the page asks of the examiner, who is given an article; the tutor is told what to do. */
function noteRequests() {
  window.requests = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (typeof message === 'string' && message.startsWith('{"article"')) window.requests.push(message);
    return post.call(this, message, ...rest);
  };
}

/** The times of banks made by a worker that is warm, in order. */
async function timeBanks([request, times]) {
  const worker = new Worker('./examiner_loader.js');
  const answer = () => new Promise((heard) => worker.addEventListener('message', heard, { once: true }));
  // It says first that it is ready.
  await answer();
  const taken = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    worker.postMessage(request);
    await answer();
    taken.push(performance.now() - start);
  }
  worker.terminate();
  window.requests.length = 0;
  return taken.sort((a, b) => a - b);
}
