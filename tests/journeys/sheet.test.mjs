// A quiz on paper: the same questions for everybody, the answers on a page of their own.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { look, VIEWS } from './look.mjs';
import { TITLES } from './seeds.mjs';

const asked = (page) => page.locator('.asked > li');

journey('a worksheet has questions, room for answers, and a key', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await app.main.getByRole('link', { name: 'Worksheet' }).click();
  await asked(page).first().waitFor();
  assert.equal(await app.title.textContent(), 'Worksheet');
  assert.equal(await page.title(), `Worksheet: ${TITLES[0]} · Readback`);
  assert.equal(await asked(page).count(), 10);
  assert.equal(await page.locator('.answers ol > li').count(), 10);
  await app.main.getByText('Sheet 1 · 10 questions').first().waitFor();
});

journey('the same number gives the same worksheet, another number another', {}, async (app, page) => {
  const stems = async (hash) => {
    await app.open(hash);
    await asked(page).first().waitFor();
    return asked(page).locator('> p:first-child').allTextContents();
  };
  await app.open();
  const address = (await app.entries.getByRole('link').first().getAttribute('href')).replace('/read/', '/sheet/');
  const first = await stems(`${address}?seed=7&count=5`);
  assert.equal(first.length, 5);
  assert.notDeepEqual(await stems(`${address}?seed=8&count=5`), first);
  await page.evaluate(() => localStorage.clear());
  assert.deepEqual(await stems(`${address}?seed=7&count=5`), first);
  await app.main.getByRole('link', { name: 'Other questions' }).click();
  await app.main.getByText('Sheet 8 · 5 questions').first().waitFor();
});

journey('on paper there are no controls, and the answers begin a page', {}, async (app, page) => {
  await app.open();
  const address = (await app.entries.getByRole('link').first().getAttribute('href')).replace('/read/', '/sheet/');
  await app.open(address);
  await asked(page).first().waitFor();
  await page.evaluate(() => (self.print = () => (document.title = 'printed')));
  await app.button('Print').click();
  assert.equal(await page.title(), 'printed');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await app.button('Print').isVisible(), false);
  const before = await page.locator('.answers').evaluate((key) => getComputedStyle(key).breakBefore);
  assert.equal(before, 'page');
});

journey('a worksheet of an article that is not there says so', {}, async (app) => {
  await app.open('#/sheet/no-such-article');
  assert.equal(await app.title.textContent(), 'There is nothing at this address');
});

for (const { name, context } of VIEWS) {
  journey(`a worksheet is for everybody ${name}`, { context }, async (app, page) => {
    await app.open();
    const address = (await app.entries.getByRole('link').first().getAttribute('href')).replace('/read/', '/sheet/');
    await app.open(`${address}?seed=3&count=20`);
    await asked(page).first().waitFor();
    await look(app, 'Worksheet');
  });
}
