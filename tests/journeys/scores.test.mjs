// What is kept, and what happens where nothing can be.
import assert from 'node:assert/strict';
import { denied, full } from './faults.mjs';
import { journey } from './journey.mjs';
import { Readback } from './readback.mjs';
import { TITLES } from './seeds.mjs';

const NOT_KEPT = /Scores are not being kept/;

journey('the score is in the Library after a reload', {}, async (app, page) => {
  await app.open();
  await app.quiz();
  const { stems, right } = await app.finish();
  await app.open();
  await page.reload();
  await app.entry(TITLES[0]).getByText(`${right} of ${stems.length}`).first().waitFor();
  assert.equal(await app.entry(TITLES[1]).getByText(/\d of \d/).count(), 0);
});

journey('every answer is kept at once, under one key that never changes', {}, async (app, page) => {
  await app.open();
  await app.quiz();
  await app.answer();
  const first = await stored(page);
  assert.equal(attempts(first).length, 1);
  await app.next();
  await app.answer();
  const second = await stored(page);
  assert.equal(attempts(second).length, 2);
  const [[key, value]] = attempts(first);
  assert.equal(second[key], value);
  for (const key of Object.keys(second)) assert.match(key, /^readback\./);
});

journey('where storage is denied the quiz works, and says so', { prepare: denied }, async (app) => {
  await app.open();
  await app.page.getByText(NOT_KEPT).waitFor();
  await app.quiz();
  const { stems, right } = await app.finish();
  assert.equal(await app.score(), `${right} of ${stems.length}`);
});

journey('where storage is full the quiz works, and says so', { prepare: full }, async (app) => {
  await app.open();
  await app.quiz();
  const { stems, right } = await app.finish();
  await app.page.getByText(NOT_KEPT).waitFor();
  assert.equal(await app.score(), `${right} of ${stems.length}`);
});

journey('what is stored and cannot be read harms nothing', { prepare: damaged }, async (app) => {
  await app.open();
  await app.quiz();
  assert.equal(await app.answer().then(() => true), true);
});

journey('scores are erased, and come back from a backup', {}, async (app, page) => {
  await app.open();
  await app.quiz();
  const { stems, right } = await app.finish();
  await app.go('Settings');
  const [download] = await Promise.all([page.waitForEvent('download'), app.button('Export backup').click()]);
  const backup = await download.path();

  await app.button('Erase all data').click();
  await app.button('Erase').click();
  await app.main.getByText('Everything was erased').waitFor();
  assert.deepEqual(attempts(await stored(page)), []);

  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), app.button('Import backup').click()]);
  await chooser.setFiles(backup);
  await app.button('Add them').click();
  await app.main.getByText(`${stems.length} answers added`).waitFor();
  await app.go('Library');
  await app.entry(TITLES[0]).getByText(`${right} of ${stems.length}`).first().waitFor();
});

journey('what another tab keeps is seen in this one', {}, async (app, page, context) => {
  await app.open();
  const other = new Readback(await context.newPage(), app.site);
  await other.open();
  await other.quiz();
  const { stems, right } = await other.finish();
  await app.entry(TITLES[0]).getByText(`${right} of ${stems.length}`).first().waitFor();
});

journey('a failure of the program says so, and a reload helps', { expected: /unreachable/ }, async (app, page) => {
  await app.open();
  await app.quiz();
  await app.answer();
  // The last that is written with an answer.
  await page.waitForFunction(() => localStorage.getItem('readback.meta'));
  const before = await stored(page);
  await page.evaluate(() => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = () => {
      Document.prototype.createElement = createElement;
      throw new Error('once');
    };
  });
  await page.evaluate(() => (location.hash = '#/nowhere'));
  const reload = page.getByRole('button', { name: 'Reload' });
  await reload.waitFor();
  assert.match(await page.getByRole('alert').textContent(), /Nothing that was stored is lost/);
  assert.equal(await app.main.count(), 0, 'the page that stopped still stands');
  assert.deepEqual(await stored(page), before);
  await reload.click();
  await app.title.waitFor();
});

journey('what is chosen in one part of Settings leaves the others as they were', {}, async (app, page) => {
  await app.open('#/settings');
  await app.main.getByRole('radio', { name: 'Dark' }).check();
  const retention = app.main.getByRole('spinbutton', { name: /^Remember/ });
  await retention.fill('85');
  await retention.press('Tab');
  await page.waitForFunction(() => localStorage.getItem('readback.preferences')?.includes('"retention":"85"'));
  await app.main.getByRole('checkbox', { name: 'Keyboard shortcuts' }).uncheck();
  await page.waitForFunction(() => localStorage.getItem('readback.preferences')?.includes('"keys":"off"'));
  await page.reload();
  await app.stands();
  await retention.waitFor();
  assert.equal(await retention.inputValue(), '85');
  assert.ok(await app.main.getByRole('radio', { name: 'Dark' }).isChecked());
  assert.ok(!(await app.main.getByRole('checkbox', { name: 'Keyboard shortcuts' }).isChecked()));
});

journey('a number half typed in Settings stays when another tab stores something', {}, async (app, page, context) => {
  const other = await context.newPage();
  await new app.constructor(other, app.site).open();
  await app.open('#/settings');
  const retention = app.main.getByRole('spinbutton', { name: /^Remember/ });
  await retention.fill('85');
  const stored = page.getByText(/^No answers are stored yet/);
  const before = await stored.textContent();
  await other.evaluate(() => localStorage.setItem('readback.aside.1.readback.meta', '0'.repeat(4000)));
  await page.waitForFunction((before) => !document.body.textContent.includes(before), before);
  await retention.press('Tab');
  await page.keyboard.type('20');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => localStorage.getItem('readback.preferences')?.includes('"retention":"85","daily":"20"'));
  await app.title.click();
  await other.evaluate(() => localStorage.setItem('readback.preferences', '{}'));
  await page.waitForFunction(() => document.querySelector('#retention').value === '90');
});

function stored(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

function attempts(stored) {
  return Object.entries(stored).filter(([key]) => key.startsWith('readback.attempt.'));
}

function damaged() {
  if (location.protocol === 'about:') return;
  for (const key of ['meta', 'preferences', 'attempt.0', 'attempt.aaaaaaaaaaaaaaaaaaaaaa', 'position.x']) {
    localStorage.setItem(`readback.${key}`, '{"v":');
  }
}
