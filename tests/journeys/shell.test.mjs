// What stands before the program does, and without it.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { look } from './look.mjs';
import { TITLES } from './seeds.mjs';

const LATE = 2000;
const PROGRAM = /app.*\.wasm$/;

/** How far what was on the page has been moved, by Chromium's own measure. */
function watchShifts() {
  self.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      self.shifts.push(`${value}: ${sources.map(({ node }) => node?.outerHTML?.slice(0, 99) ?? node?.data)}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The structure of the page without the marks that the program leaves in it. */
function structure(root) {
  const all = [...root.querySelectorAll('*')].filter((node) => !node.closest('dialog, #broken, noscript, script'));
  const own = (node) => [...node.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data);
  return all.map((node) => {
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    const { x, y, width, height } = node.getBoundingClientRect();
    const place = [x, y, width, height].map((length) => Math.round(length * 10) / 10);
    return `${node.tagName} ${attributes.join(' ')} ${own(node).join('')} ${place}`;
  });
}

/** Opens a place whose program comes late; once the shell shows that heading. */
async function arrive(app, page, hash = '', heading = 'Library') {
  app.site.delay(PROGRAM, LATE);
  await page.goto(app.site.home + hash);
  await page.locator('#shell').getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

async function stands(page) {
  await page.locator('#shell').waitFor({ state: 'detached' });
}

for (const [name, place, heading] of [
  ['the Library', () => '', 'Library'],
  ['an article', (slug) => `#/read/${slug}`, TITLES[1]],
]) {
  for (const width of [360, 1280]) {
    const context = { viewport: { width, height: 800 } };
    journey(`${name} stands before the program, which moves nothing, at ${width} px`, { context, prepare: watchShifts }, async (app, page) => {
      await arrive(app, page, place(await slugOf(app, page, TITLES[1])), heading);
      await page.evaluate(() => document.fonts.ready);
      await page.mouse.wheel(0, 300);
      await page.waitForFunction(() => scrollY > 200);
      const [before, top] = [await page.evaluate(structure, await page.$('#shell')), await page.evaluate(() => scrollY)];
      await stands(page);
      const body = await page.$('body');
      assert.deepEqual(await page.evaluate(structure, body).then((all) => all.filter(isThere(before))), before);
      assert.equal(await page.evaluate(() => scrollY), top);
      assert.deepEqual(await page.evaluate(() => self.shifts), []);
    });
  }
}
