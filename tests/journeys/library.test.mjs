// The Library, sorted and filtered.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { look } from './look.mjs';
import { TITLES } from './seeds.mjs';

const tools = (app) => app.main.getByText('Sort and filter');
const choose = (app, name, option) => app.main.getByRole('combobox', { name, exact: true }).selectOption(option);

journey('the Library is sorted by title, and stays so while the page is open', {}, async (app, page) => {
  await app.open();
  await tools(app).click();
  await app.main.getByRole('combobox', { name: 'Sort by' }).focus();
  await choose(app, 'Sort by', 'Title');
  const sorted = TITLES.toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
  await page.waitForFunction((first) => document.querySelector('#found a')?.textContent === first, sorted[0]);
  assert.deepEqual(await app.titles(), sorted);
  const select = app.main.getByRole('combobox', { name: 'Sort by' });
  assert.ok(await select.evaluate((select) => select === document.activeElement), 'the focus stays');
  await app.read(sorted[0]);
  await page.goBack();
  await page.waitForFunction((first) => document.querySelector('#found a')?.textContent === first, sorted[0]);
});

journey('articles are shown by what was done with them', {}, async (app) => {
  await app.open();
  await app.quiz(TITLES[1]);
  await app.answer();
  await app.open();
  await app.entry(TITLES[1]).getByText('quizzed').waitFor();
  await tools(app).click();
  await choose(app, 'Show', 'Quizzed');
  await app.main.getByText(/^1 of 5 articles$/).waitFor();
  assert.deepEqual(await app.titles(), [TITLES[1]]);
  await choose(app, 'Show', 'Due');
  await app.main.getByText('No article is due.').waitFor();
  await app.button('Show all').click();
  await app.main.getByText(/^5 articles$/).waitFor();
  assert.deepEqual(await app.titles(), TITLES);
});

for (const colorScheme of ['light', 'dark']) {
  const context = { viewport: { width: 320, height: 640 }, colorScheme };
  journey(`what can be chosen fits 320 px and has nothing that axe finds wrong, ${colorScheme}`, { context }, async (app, page) => {
    await app.open();
    await tools(app).click();
    await app.search('sanctions');
    await app.main.locator('#found article').first().waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await look(app, `Library searched at 320 px, ${colorScheme}`);
    await app.search('xyzzy');
    await app.main.getByText('Nothing found').waitFor();
    await look(app, `Library with nothing found at 320 px, ${colorScheme}`);
  });
}
