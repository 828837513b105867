// Finding an article and reading it.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { TITLES } from './seeds.mjs';

journey('the Library lists every article', {}, async (app) => {
  await app.open();
  const titles = await app.titles();
  assert.deepEqual(titles.filter((title) => TITLES.includes(title)), TITLES);
});

journey('an article is opened, read and left by Back', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[1]);
  assert.equal(await app.main.getByText('ADVERTISEMENT').count(), 0);
  const contents = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
  assert.equal(await contents.count(), 4);
  const heading = await contents.nth(2).textContent();
  await contents.nth(2).click();
  await app.focused(page.getByRole('heading', { level: 2, name: heading }));
  await page.getByRole('heading', { name: 'Related articles' }).waitFor();
  await page.goBack();
  await page.goBack();
  await app.entry(TITLES[1]).waitFor();
});

journey('search keeps what has the words', {}, async (app, page) => {
  await app.open();
  await page.keyboard.press('/');
  await page.keyboard.type('Procurement pools');
  await app.entry(TITLES[1]).waitFor({ state: 'detached' });
  assert.ok((await app.titles()).includes(TITLES[0]));
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such word anywhere');
  await app.main.getByText('Nothing found').waitFor();
});

journey('every page has its title, and focus goes to its heading', {}, async (app, page) => {
  await app.open();
  const seen = new Set([await page.title()]);
  for (const name of ['Review', 'Progress', 'Settings', 'Library']) {
    await app.go(name);
    await app.main.getByRole('heading', { level: 1, name }).waitFor();
    await app.focused(app.title);
    seen.add(await page.title());
  }
  await app.read(TITLES[0]);
  await app.focused(app.title);
  const title = await page.title();
  assert.ok(title.includes(TITLES[0]), title);
  assert.equal(seen.size, 4);
});

journey('an unknown address says so and leads back', {}, async (app) => {
  for (const hash of ['#/nowhere', '#/read/no-such-article', '#/quiz/no-such-article', '#/read/%00"<b>']) {
    await app.open(hash);
    assert.equal(await app.entries.count(), 0, hash);
    await app.main.getByRole('link', { name: 'Library' }).click();
    await app.entries.first().waitFor();
  }
});

journey('an article has an address of its own', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[2]);
  const place = app.place;
  assert.match(place, /^#\/read\/[a-z0-9-]+$/);
  await app.open(place);
  assert.equal(await app.title.textContent(), TITLES[2]);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: TITLES[2] }).waitFor();
});

journey('the skip link passes over the navigation', {}, async (app, page) => {
  await app.open();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await app.focused(skip);
  await page.keyboard.press('Enter');
  await app.focused(app.main);
  assert.equal(app.place, '');
});

journey('an article may be left before all of it has come', {}, async (app, page) => {
  await app.open();
  for (const title of TITLES) {
    await app.entry(title).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await page.goBack();
    await app.entry(title).waitFor();
  }
});
