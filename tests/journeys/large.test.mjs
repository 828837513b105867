// A large library: articles beside the page, fetched when they are opened. The page is the one that
// was built for a few; `readback finish` puts others beside it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { article } from '../../benches/articles.mjs';
import { journey } from './journey.mjs';
import { serve } from './site.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// More than two lists, with titles of their own.
const COUNT = 620;
const LAST = 'The last article of all';
const FIRST_PAGE = 40;
// What the first load may take by gzip, as in budgets.test.mjs.
const BUDGET = 175_000;
const OUTAGE = /503|Failed to load resource/;

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'readback-large-'));
  const [dist, seeds] = ['dist', 'seeds'].map((name) => join(folder, name));
  cpSync(join(ROOT, 'dist'), dist, { recursive: true });
  mkdirSync(seeds);
  const files = Array.from({ length: COUNT }, (_, number) => {
    const { name, text } = article(number, 60);
    const file = join(seeds, name);
    writeFileSync(file, number === COUNT - 1 ? text.replace(/^title: .*$/m, `title: ${LAST}`) : text);
    return file;
  });
  execFileSync('cargo', ['run', '--quiet', '--bin', 'readback', '--', 'finish', dist, ...files], { cwd: ROOT });
});

after(() => rmSync(folder, { recursive: true, force: true }));

const large = { start: () => serve(join(folder, 'dist')), expected: OUTAGE };

test('a large library adds at most a fifth to the first load', () => {
  const size = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
  const script = readdirSync(join(folder, 'dist')).find((name) => name.startsWith('large-'));
  const page = size(join(folder, 'dist/index.html')) + size(join(folder, 'dist', script));
  const added = page - size(join(ROOT, 'dist/index.html'));
  assert.ok(added > 0 && added < 0.2 * BUDGET, `${added} bytes of ${BUDGET}`);
});

journey('a large library is shown piece by piece', large, async (app, page) => {
  await app.open();
  await app.main.getByText(`${COUNT} articles`).waitFor();
  assert.equal(await app.entries.count(), FIRST_PAGE);
  await app.button('Show more').click();
  await app.entries.nth(FIRST_PAGE).waitFor();
  assert.equal(await app.entries.count(), 2 * FIRST_PAGE);
  await app.focused(app.entries.nth(FIRST_PAGE).getByRole('link'));
});

journey('more is shown where that is asked for before the tutor has come', large, async (app, page) => {
  app.site.delay(/tutor/, 2000);
  await app.open();
  await app.button('Show more').click();
  assert.equal(await page.locator('#find *').count(), 0, 'the tutor has come before');
  await app.entries.nth(FIRST_PAGE).waitFor();
  assert.equal(await app.entries.count(), 2 * FIRST_PAGE);
  await app.focused(app.entries.nth(FIRST_PAGE).getByRole('link'));
});

journey('search finds an article in any list', large, async (app, page) => {
  await app.open();
  await app.search('last article ALL');
  await app.entry(LAST).waitFor();
  await app.main.getByText(/^1 of 620 articles$/).waitFor();
  await app.read(LAST);
  await page.goBack();
  await app.entry(LAST).waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'last article ALL');
  await app.search('no such word anywhere');
  await app.main.getByText('Nothing found').waitFor();
  await app.button('Show more').waitFor({ state: 'hidden' });
  await app.search('');
  await app.main.getByText(`${COUNT} articles`).waitFor();
});

journey('search reads the text, and an article opens at the sentence', large, async (app) => {
  await app.open();
  await app.search('fishermen feared erosion');
  await app.main.locator('.sentence').first().waitFor();
  const title = (await app.titles())[0];
  const sentence = await app.main.locator('.sentence').first().textContent();
  await app.read(title);
  await app.mark.waitFor();
  assert.equal(await app.mark.textContent(), sentence);
});

journey('a large library is sorted and filtered', large, async (app, page) => {
  await app.open();
  await app.main.getByText('Sort and filter').click();
  await app.main.getByRole('combobox', { name: 'Sort by' }).selectOption('Title');
  await page.locator('#found article').nth(FIRST_PAGE - 1).waitFor();
  const titles = await app.titles();
  assert.deepEqual(titles, titles.toSorted());
  await app.main.getByRole('combobox', { name: 'Category' }).selectOption('Music');
  await app.main.getByText(/^\d+ of 620 articles$/).waitFor();
});

journey('an article of a large library is read, quizzed and looked back upon', large, async (app, page) => {
  await app.open();
  const [title] = await app.titles();
  await app.quiz(title);
  await app.finish();
  await page.reload();
  await app.asked();
  await app.open('#/progress');
  await app.main.getByRole('table').getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const place = app.place;
  await app.open(place);
  assert.equal(await app.title.textContent(), title);
  assert.ok((await page.title()).includes(title));
});

journey('an address that no article has says so', large, async (app) => {
  await app.open('#/read/no-such-article');
  await app.main.getByRole('link', { name: 'Library' }).click();
  await app.entries.first().waitFor();
});

journey('an article that cannot be fetched can be asked for again', large, async (app, page) => {
  await app.open();
  const [title, other] = await app.titles();
  await app.read(other);
  await page.goBack();
  await app.entry(title).waitFor();
  app.site.withhold(/articles/);
  await app.entry(title).getByRole('link').click();
  await page.getByText('This article is not on this device yet').waitFor();
  app.site.withhold(undefined);
  await app.button('Try again').click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  assert.equal(await page.getByText('not on this device').count(), 0);
});

journey('a large library speaks German too', { ...large, context: { locale: 'de-DE' } }, async (app, page) => {
  await app.open();
  await app.button('Mehr zeigen').waitFor();
  // Before anything is withheld, or its worker might not come to stand at all.
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  app.site.withhold(/articles/);
  await app.entries.first().getByRole('link').click();
  await page.getByText('Dieser Artikel ist noch nicht auf diesem Gerät').waitFor();
  app.site.withhold(undefined);
  await app.button('Noch einmal versuchen').click();
  await page.locator('.prose').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Einstellungen' }).click();
  await app.main.getByRole('heading', { name: 'Artikel auf diesem Gerät' }).waitFor();
  await app.button('Alle Artikel auf diesem Gerät behalten').click();
  await app.main.getByText(`Alle ${COUNT} Artikel sind auf diesem Gerät`).waitFor();
});

journey('a list that cannot be fetched can be asked for again', large, async (app, page) => {
  await app.open();
  app.site.withhold(/list\.[12]/);
  await app.search('last article ALL');
  await page.getByText('search once while online').waitFor();
  app.site.withhold(undefined);
  await app.button('Try again').click();
  await app.entry(LAST).waitFor();
});

journey('all articles can be kept, with a pause, and read without a network', large, async (app, page) => {
  await app.open();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await app.go('Settings');
  await app.button('Keep all articles on this device').click();
  await app.button('Pause').click();
  await app.main.getByText(/^\d+ of 620 kept/).waitFor();
  await app.button('Go on').click();
  await app.main.getByText(`All ${COUNT} articles are kept`).waitFor();
  assert.equal(await page.getByRole('progressbar', { name: 'Articles kept' }).getAttribute('max'), String(COUNT));
  await app.button('Go on').waitFor({ state: 'hidden' });
  app.site.withhold(/./);
  await page.reload();
  await app.main.getByText(`All ${COUNT} articles are kept`).waitFor();
  await app.go('Library');
  await app.search('last article ALL');
  await app.read(LAST);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: LAST }).waitFor();
});
