// Finding an article by its words.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { TITLES } from './seeds.mjs';

const sentence = (app) => app.main.locator('.sentence');

journey('the best comes first, with the sentence that has the words, and opens there', {}, async (app, page) => {
  await app.open();
  await app.search('procurement pools');
  await sentence(app).first().waitFor();
  assert.equal(await app.main.getByText(/^1 of 5 articles$/).count(), 1);
  assert.deepEqual(await app.titles(), [TITLES[0]]);
  const words = await sentence(app).getByRole('mark').allTextContents();
  assert.ok(words.some((word) => /^procurement$/i.test(word)), words.join());
  const text = await sentence(app).textContent();
  await app.read(TITLES[0]);
  assert.match(app.place, /\?at=\d+\.\d+\.\d+-\d+$/);
  await app.mark.waitFor();
  assert.equal(await app.mark.textContent(), text);
  await page.goBack();
  await sentence(app).first().waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'procurement pools');
});

journey('capitals and accents make no difference, and a beginning is enough', {}, async (app) => {
  await app.open();
  for (const typed of ['PROCUREMENT POOLS', 'procurément pools', 'pools procur', 'Procurement  poo']) {
    await app.search('');
    await app.main.getByText(/^5 articles$/).waitFor();
    await app.search(typed);
    await app.main.getByText(/^1 of 5 articles$/).waitFor();
    assert.deepEqual(await app.titles(), [TITLES[0]], typed);
  }
});

journey('a phrase in quotation marks stands in this order', {}, async (app) => {
  await app.open();
  await app.search('"procurement pools"');
  await app.main.getByText(/^1 of 5 articles$/).waitFor();
  const marks = await sentence(app).getByRole('mark').allTextContents();
  assert.ok(marks.every((mark) => /procurement pools/i.test(mark)), marks.join());
  await app.search('"pools procurement"');
  await app.main.getByText('Nothing found for “"pools procurement"”').waitFor();
});

journey('where nothing is found, it says so and what to do', {}, async (app, page) => {
  await app.open();
  await app.search('procurement xyzzy');
  await app.main.getByText('no article has “xyzzy”').waitFor();
  assert.equal(await app.entries.count(), 0);
  await app.button('Search for “procurement”').click();
  await app.entries.first().waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'procurement');
  await app.search('xyzzy');
  await app.main.getByText('Nothing found for “xyzzy”').waitFor();
  await app.button('Clear the search').click();
  await app.main.getByText(/^5 articles$/).waitFor();
  assert.deepEqual(await app.titles(), TITLES);
});

journey('a search by the keyboard alone', {}, async (app, page) => {
  await app.open();
  await page.keyboard.press('/');
  await page.keyboard.type('procurement pools');
  await app.main.getByText(/^1 of 5 articles$/).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: TITLES[0] }).waitFor();
  await page.goBack();
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Escape');
  await app.main.getByText(/^5 articles$/).waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), '');
});
