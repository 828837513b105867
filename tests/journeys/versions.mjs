// What journeys without a network and from version to version have in common: versions to deploy,
// and what a reader sees of them.
import { built, changed, host } from './host.mjs';
import { PATIENCE, Readback } from './readback.mjs';

export const NEW = 'A new version is ready.';
export const READY = 'Ready to work offline.';

// Each says in its description which one it is.
export const FIRST = built();
export const SECOND = numbered('second');
export const THIRD = numbered('third');

// What a browser says of a host that is not there or answers wrongly.
const EXPECTED = /Failed to load resource|net::ERR_|service ?worker|not the file of this version/i;

/** For a journey on a host of its own, with one version in one folder unless told otherwise. */
export function hosted(folders = { '/a/b/': FIRST }) {
  return { expected: EXPECTED, start: () => host(folders) };
}

/** The page that starts the app. */
export function index(version) {
  return version.get('index.html').toString();
}

/** The version that a page is of. */
export async function version(page) {
  const description = await page.locator('meta[name=description]').getAttribute('content');
  const [, number] = /^Read (?:a (second|third))?/.exec(description);
  return number ?? 'first';
}

/** A first visit, until everything is kept. */
export async function visit(app) {
  await app.open();
  await line(app.page, READY).waitFor();
  await app.page.waitForFunction(() => navigator.serviceWorker.controller);
}

/** One quiz from the Library to its end; its score in the Library. */
export async function scored(app) {
  await app.quiz();
  await app.finish();
  const score = await app.score();
  await app.go('Library');
  return score;
}

/** The line at the foot of the view. */
export function line(page, text) {
  return page.getByRole('status').getByText(text);
}

/** Waits until the page has registered its worker, and says what there is to say at the start. */
export function registered(page) {
  return page.locator('body > .offline').waitFor({ state: 'attached' });
}

/** The line's button. */
export function reload(page) {
  return page.getByRole('status').getByRole('button', { name: 'Reload' });
}

/** Has the page look for a new version, as when there is a network again; what became of that. */
export function update(page) {
  const outcome = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }),
    );
    dispatchEvent(new Event('online'));
    const worker = await found;
    while (worker.state === 'installing') {
      await new Promise((changes) => worker.addEventListener('statechange', changes, { once: true }));
    }
    return worker.state;
  });
  const never = new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error('no new version was looked for')).unref());
  return Promise.race([outcome, never]);
}

/** Waits for the page to be loaded anew by what is done. */
export async function reloads(page, act) {
  await mark(page);
  await act();
  await page.waitForFunction(() => !window.marked);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** To see later whether the page has been loaded anew. */
export function mark(page) {
  return page.evaluate(() => (window.marked = true));
}

/** Whether it is still the same. */
export function isMarked(page) {
  return page.evaluate(() => window.marked === true);
}

/** The names of all caches of the origin, sorted. */
export function cacheNames(page) {
  return page.evaluate(async () => (await caches.keys()).sort());
}

/** Waits until something holds. */
export async function until(holds) {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`it never came to hold: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The app in another tab. */
export async function tab(app, context) {
  const other = new Readback(await context.newPage(), app.site);
  await other.open();
  return other;
}

function numbered(number) {
  return changed(FIRST, { 'index.html': index(FIRST).replace('Read an article', `Read a ${number} article`) });
}
