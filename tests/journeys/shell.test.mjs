// What stands before the program does, and without it.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { look } from './look.mjs';
import { TITLES } from './seeds.mjs';

const LATE = 2000;
const PROGRAM = /app.*\.wasm$/;
const WIDTHS = [320, 1280];

for (const width of WIDTHS) {
  for (const title of ['Library', TITLES[1]]) {
    const options = { context: { viewport: { width, height: 800 } }, prepare: watchShifts };
    journey(`the program takes over without moving anything at ${width} px: ${title.slice(0, 7)}`, options, async (app, page) => {
      const hash = title === 'Library' ? '' : await addressOf(app, page, title);
      await arrive(app, page, hash, title);
      await page.mouse.wheel(0, 250);
      await page.waitForFunction(() => scrollY === 250);
      const before = await page.evaluate(structure, '#shell');
      assert.ok(before.length > 40, before.join('\n'));
      await stands(page);
      assert.deepEqual(await page.evaluate(structure, 'body'), before);
      assert.equal(await page.evaluate(() => scrollY), 250);
      await page.waitForTimeout(500);
      assert.deepEqual(await page.evaluate(() => shifts), []);
    });
  }
}

journey('scores have their room before the program stands', {}, async (app, page) => {
  await app.open();
  await app.quiz(TITLES[0]);
  await app.answer();
  await arrive(app, page);
  const places = () => app.entries.evaluateAll((entries) => entries.map((entry) => entry.offsetTop));
  const before = await places();
  assert.equal(await app.main.getByText('quizzed').count(), 0);
  await stands(page);
  await app.entry(TITLES[0]).getByText('quizzed').waitFor();
  assert.deepEqual(await places(), before);
});

journey('a link followed before the program stands leads there', {}, async (app, page) => {
  await arrive(app, page);
  await app.entry(TITLES[1]).getByRole('link').click();
  await shell(page).getByRole('heading', { level: 1, name: TITLES[1] }).waitFor();
  assert.match(app.place, /^#\/read\//);
  await stands(page);
  assert.equal(await app.title.textContent(), TITLES[1]);
  await page.goBack();
  await app.entry(TITLES[1]).waitFor();
});

journey('the navigation leads on before the program stands', {}, async (app, page) => {
  await arrive(app, page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await stands(page);
  assert.equal(await app.title.textContent(), 'Settings');
  await app.focused(page.locator('h1'));
});

journey('Back, and links within an article, before the program stands', {}, async (app, page) => {
  await arrive(app, page);
  await app.entry(TITLES[1]).getByRole('link').click();
  const contents = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  const heading = await contents.nth(2).textContent();
  await contents.nth(2).click();
  assert.match(app.place, /\?at=\d+$/);
  assert.ok(await page.getByRole('heading', { level: 2, name: heading }).isVisible());
  await page.goBack();
  await page.goBack();
  await shell(page).getByRole('heading', { name: 'Library' }).waitFor();
  await stands(page);
  assert.deepEqual((await app.titles()).filter((title) => TITLES.includes(title)), TITLES);
});

journey('what is typed before the program stands is searched for', {}, async (app, page) => {
  await arrive(app, page);
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.focus();
  await page.keyboard.type('Procurement pools');
  await stands(page);
  await app.entry(TITLES[1]).waitFor({ state: 'detached' });
  await app.focused(page.locator('#search'));
  await page.keyboard.type(' of');
  assert.equal(await field.inputValue(), 'Procurement pools of');
});

journey('the focus stays where it is', {}, async (app, page) => {
  await arrive(app, page);
  await page.keyboard.press('Tab');
  await app.focused(page.locator('.skip'));
  const link = app.entry(TITLES[1]).getByRole('link');
  await link.focus();
  await stands(page);
  assert.ok(await link.evaluate((link) => link === document.activeElement));
});

journey('the skip link works before the program stands', {}, async (app, page) => {
  await arrive(app, page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await app.focused(page.locator('#shell main'));
  await stands(page);
  await app.focused(page.locator('main'));
  assert.equal(app.place, '');
});

journey('without JavaScript the articles can be read', { context: { javaScriptEnabled: false } }, async (app, page) => {
  await page.goto(app.site.home);
  // Chromium shows it only where its own settings forbid scripts.
  assert.match(await page.content(), /<noscript>.*Without JavaScript/);
  assert.deepEqual((await app.titles()).filter((title) => TITLES.includes(title)), TITLES);
  await app.entry(TITLES[1]).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: TITLES[1] }).waitFor();
  assert.match(await page.content(), /<noscript>.*Without JavaScript/);
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link').nth(2).click();
  assert.match(page.url(), /read\/[a-z-]+\.html#\/read\//);
  await page.getByRole('link', { name: 'Library' }).click();
  await app.entry(TITLES[0]).waitFor();
});

journey('without WebAssembly the articles can be read', { prepare: () => delete self.WebAssembly, expected: /WebAssembly/ }, async (app, page) => {
  await page.goto(app.site.home);
  await page.getByRole('alert').getByText('Without WebAssembly').waitFor();
  await app.entry(TITLES[1]).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: TITLES[1] }).waitFor();
});

journey('an article\'s own page leads to its quiz', {}, async (app, page) => {
  const [, slug] = (await addressOf(app, page, TITLES[1])).match(/([^/]+)$/);
  await page.goto(`${app.site.home}read/${slug}.html`);
  assert.ok((await page.title()).startsWith(TITLES[1]));
  await look(app, 'page of an article');
  await page.getByRole('link', { name: 'Quiz me' }).first().click();
  await app.asked();
});

for (const colorScheme of ['light', 'dark']) {
  journey(`what the build wrote has nothing that axe finds wrong, ${colorScheme}`, { context: { colorScheme }, expected: /503/ }, async (app, page) => {
    await arrive(app, page);
    app.site.withhold(PROGRAM);
    await look(app, 'Library before the program');
  });
}

/** How far anything on the page has been moved, by Chromium's own measure. */
function watchShifts() {
  self.shifts = [];
  const words = ({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.data;
  const note = ({ value, sources }) => self.shifts.push(`${value}: ${sources.map(words)}`);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: 'layout-shift', buffered: true });
}

/** What a reader sees and a screen reader hears of the page: each element, its place and its words. */
function structure(selector) {
  const all = [...document.querySelector(selector).querySelectorAll('*')];
  const counts = all.filter((node) => !node.closest('dialog, #broken, noscript, script'));
  const text = (node) => [...node.childNodes].map(({ data = '', nodeType }) => (nodeType === 3 ? data : '')).join('');
  return counts
    .filter((node) => !node.matches('.trouble, svg *, #reading *, #find, #find *, #look, #look *, #look + p, .marking, .marking *, .marking ~ span, #marks, #marks *, #marks + p'))
    .map((node) => {
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      const { x, y, width, height } = node.getBoundingClientRect();
      return [node.tagName, ...attributes, text(node).trim(), ...[x, y, width, height].map(Math.round)].join(' ');
    });
}

function shell(page) {
  return page.locator('#shell');
}

/** Opens a place whose program comes late. */
async function arrive(app, page, hash = '', heading = 'Library') {
  app.site.delay(PROGRAM, LATE);
  await page.goto('about:blank');
  await page.goto(app.site.home + hash);
  await shell(page).getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

function stands(page) {
  return shell(page).waitFor({ state: 'detached' });
}

/** The address of an article within the page. */
async function addressOf(app, page, title) {
  await app.open();
  return app.entry(title).getByRole('link').getAttribute('href');
}
