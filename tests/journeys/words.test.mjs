// The interface in another language: the browser's, or the one chosen.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { journey } from './journey.mjs';
import { look } from './look.mjs';
import { TITLES } from './seeds.mjs';

const FILE = fileURLToPath(new URL('../../dist/readback.html', import.meta.url));

const german = { context: { locale: 'de-DE' } };
const links = (page) => page.getByRole('navigation').getByRole('link').allTextContents();
const language = (page) => page.locator('html').getAttribute('lang');

journey('a German browser is spoken to in German', german, async (app, page) => {
  await app.open();
  assert.equal(await language(page), 'de');
  await page.getByRole('complementary', { name: /was geblieben ist/ }).getByRole('button', { name: 'Verstanden' }).click();
  const names = (await links(page)).map((name) => name.trim());
  for (const name of ['Bibliothek', 'Fortschritt', 'Einstellungen']) assert.ok(names.includes(name), names);
  await look(app, 'Bibliothek');
});

journey('an article keeps its own language, and so do its questions', german, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  assert.equal(await page.locator('.prose').evaluate((prose) => prose.closest('[lang]').lang), 'en');
  await app.main.getByRole('link', { name: 'Fragen Sie mich' }).first().click();
  await page.getByRole('button', { name: 'Prüfen' }).waitFor();
  const legend = page.locator('legend').first();
  assert.equal(await legend.evaluate((stem) => stem.closest('[lang]').lang), 'en');
  await look(app, 'Fragen');
});

journey('an English browser fetches no other language', {}, async (app, page) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await app.open();
  assert.equal(await language(page), 'en');
  assert.deepEqual(asked.filter((url) => url.includes('words.')), []);
});

journey('the language chosen counts, and is kept', {}, async (app, page) => {
  await app.open('#/settings');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
  await app.open('#/progress');
  await page.getByRole('heading', { level: 1, name: 'Fortschritt' }).waitFor();
  await app.open('#/settings');
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('English');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
});

journey('where the words cannot be fetched English is spoken', { ...german, expected: /404|words/ }, async (app, page) => {
  app.site.withhold(/words\.de\./);
  await app.open();
  assert.equal(await language(page), 'en');
  assert.ok((await links(page)).includes('Library'));
});

journey('what is missing is said in German', { ...german, host: { folder: '/a/b/' }, expected: /404/ }, async (app, page) => {
  await page.goto(`${app.site.home}nirgends/hier.html`);
  await page.getByRole('heading', { name: 'Unter dieser Adresse steht nichts' }).waitFor();
  assert.equal(await language(page), 'de');
  assert.equal(await page.title(), 'Nicht gefunden · Readback');
  await page.waitForFunction((home) => document.querySelector('a').href === home, app.site.home);
  await page.getByRole('link', { name: 'Zur Bibliothek' }).click();
  await app.entry(TITLES[0]).waitFor();
});

journey('the edition in one file speaks German too', { ...german, file: FILE }, async (app, page) => {
  await app.open();
  await page.getByRole('contentinfo').getByText('Diese Seite ist eine einzige Datei').waitFor();
});

journey('days are written in the language chosen', german, async (app, page) => {
  await app.open();
  const dates = await page.locator('article time').allTextContents();
  assert.ok(dates.length > 0);
  for (const date of dates) assert.match(date, /^\d+\. \p{L}+ \d{4}$/u);
});
