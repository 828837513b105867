// What is stored outlives tabs, faults, files and versions.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { journey } from './journey.mjs';
import { Readback } from './readback.mjs';
import { TITLES } from './seeds.mjs';

const NOW = Date.now();
const DAY = 86_400_000;
const HUGE = 21_000_000;

journey('two tabs answer in turn, and nothing is lost', {}, async (app, page, context) => {
  await app.open();
  await app.quiz(TITLES[0]);
  const other = new Readback(await context.newPage(), app.site);
  await other.open();
  await other.quiz(TITLES[1]);
  for (let turn = 0; turn < 4; turn += 1) {
    for (const tab of [app, other]) {
      await tab.answer();
      await tab.next();
    }
  }
  assert.equal((await attempts(page)).length, 8);
  await app.go('Progress');
  for (const title of TITLES.slice(0, 2)) await app.main.getByText(title).first().waitFor();
  await app.go('Settings');
  await app.main.getByText(/8 answers stored/).waitFor();
});

journey('a value that cannot be read is set aside and can be downloaded', { prepare: damaged }, async (app, page) => {
  await app.open();
  await app.go('Settings');
  await app.main.getByText('2 stored values cannot be read').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.main.getByRole('button', { name: /^Download/ }).first().click(),
  ]);
  assert.match(download.suggestedFilename(), /readback/);
  const stored = await page.evaluate(() => ({ ...localStorage }));
  const aside = Object.entries(stored).filter(([key]) => key.startsWith('readback.aside.'));
  assert.deepEqual(
    aside.map(([, value]) => value),
    ['{"v":', '{"v":'],
  );
  assert.ok(aside.every(([key]) => key.includes('readback.attempt.')));
});

journey('what a newer version has stored is read and never written', { prepare: newer }, async (app, page) => {
  await app.open();
  await page.getByText(/newer version/).first().waitFor();
  await app.quiz();
  await app.answer();
  await page.getByText(/Scores are not being kept/).waitFor();
  assert.deepEqual(await attempts(page), []);
  assert.equal(await page.evaluate(() => localStorage.getItem('readback.meta')), '{"schema":99,"created":1}');
});

journey('a backup is looked at, added, and taken back', {}, async (app, page) => {
  await app.open();
  await app.quiz();
  await app.answer();
  await app.next();
  await app.answer();
  const backup = await exported(app, page);
  const before = await attempts(page);
  await erase(app);
  assert.deepEqual(await attempts(page), []);
  await pick(app, page, backup);
  await app.main.getByText('This backup would add 2 new answers').waitFor();
  await app.button('Add them').click();
  await app.main.getByText('2 answers added').waitFor();
  assert.deepEqual(await attempts(page), before);
  const again = await exported(app, page);
  assert.equal(again, backup, 'export, import, export');
  await pick(app, page, backup);
  await app.main.getByText('nothing new').waitFor();
  await app.button('Close').click();
  await app.button('Undo').click();
  await app.main.getByText('It is as it was before').waitFor();
  assert.deepEqual(await attempts(page), []);
});

journey('ten kinds of bad file are refused, and change nothing', {}, async (app, page) => {
  await app.open();
  await app.quiz();
  await app.answer();
  const backup = await exported(app, page);
  const stored = await attempts(page);
  const bad = {
    empty: '',
    'no JSON': 'Tides rise.\n',
    'a table': 'id,article\n1,tides\n',
    'a page': '<!doctype html><title>Tides</title>',
    'other JSON': '{"tides": [1, 2]}',
    truncated: backup.slice(0, -40),
    altered: backup.replace(/"grade":"\w+"/, (grade) => (grade.includes('again') ? '"grade":"good"' : '"grade":"again"')),
    'a newer format': backup.replace(/"readback-backup": \d+/, '"readback-backup": 99'),
    'wrong types': backup.replace(/"took":\d+/, '"took":"long"'),
    bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00]),
    huge: ' '.repeat(HUGE),
  };
  for (const [name, text] of Object.entries(bad)) {
    await pick(app, page, text);
    const said = app.main.getByRole('status').filter({ hasText: 'Nothing was imported' });
    await said.waitFor().catch(() => assert.fail(`nothing was said of ${name}`));
    assert.equal(await app.button('Add them').count(), 0, name);
    assert.deepEqual(await attempts(page), stored, name);
    await app.go('Library');
    await app.go('Settings');
  }
});

journey('answers of a year come due, are reviewed, and none is lost', {}, async (app, page, context) => {
  let answered = 0;
  await context.clock.setFixedTime(NOW);
  await app.open();
  await app.quiz();
  answered += (await app.finish()).stems.length;
  for (let visit = 1; visit <= 9; visit += 1) {
    await context.clock.setFixedTime(NOW + visit * 40 * DAY);
    await app.open('#/review');
    const nothing = app.main.getByText(/^(Nothing due|Enough for today)/);
    await app.button('Check').or(nothing).waitFor();
    if (await nothing.isVisible()) continue;
    answered += (await app.finish()).stems.length;
  }
  const stored = await page.evaluate(() => ({ ...localStorage }));
  const alone = Object.keys(stored).filter((key) => key.startsWith('readback.attempt.'));
  assert.ok(answered > 20, `only ${answered} answers in a year`);
  assert.equal(alone.length, answered);
  await app.go('Settings');
  await app.main.getByText(new RegExp(`${answered} answers stored`)).waitFor();
  await app.go('Progress');
  await app.main.getByRole('heading', { name: 'Progress' }).waitFor();
});

journey('many answers of past months become blocks, and all of them count', { prepare: thousand }, async (app, page) => {
  await app.open();
  const keys = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /^readback\.(attempt|block)/.test(key)));
  await app.go('Settings');
  await app.main.getByText(/1000 answers stored/).waitFor();
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('readback.attempt.')));
  assert.ok((await keys()).length < 20, `${(await keys()).length} keys`);
  await page.reload();
  await app.stands();
  await app.main.getByText(/1000 answers stored/).waitFor();
});

/** All attempts, by key. */
function attempts(page) {
  return page.evaluate(() =>
    Object.entries({ ...localStorage })
      .filter(([key]) => /^readback\.(attempt|block)\./.test(key))
      .sort(),
  );
}

/** The text of a backup made now. */
async function exported(app, page) {
  await app.go('Settings');
  const [download] = await Promise.all([page.waitForEvent('download'), app.button('Export backup').click()]);
  return readFile(await download.path(), 'utf8');
}

async function erase(app) {
  await app.button('Erase all data').click();
  await app.button('Erase').click();
  await app.main.getByText('Everything was erased').waitFor();
}

/** Picks a file with that text. */
async function pick(app, page, text) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), app.button('Import backup').click()]);
  await chooser.setFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

function damaged() {
  if (location.protocol === 'about:' || localStorage.length) return;
  for (const id of ['1k1t6v9r00000000000001', 'zzz']) localStorage.setItem(`readback.attempt.${id}`, '{"v":');
}

function newer() {
  if (location.protocol === 'about:' || localStorage.length) return;
  localStorage.setItem('readback.meta', '{"schema":99,"created":1}');
}

/** A thousand answers of the summer of 2025. */
function thousand() {
  if (location.protocol === 'about:' || localStorage.length) return;
  for (let number = 0; number < 1000; number += 1) {
    const at = (1_750_000_000_000 + number * 6_000_000).toString(32).padStart(9, '0');
    const id = [...at].map((digit) => '0123456789abcdefghjkmnpqrstvwxyz'[parseInt(digit, 32)]).join('');
    const chance = String(number).padStart(13, '0');
    const question = String(number % 60).padStart(12, '0');
    const value = `{"v":2,"s":"${id}${chance}q1","a":"tides","q":"${question}","c":"0","g":3,"t":1500}`;
    localStorage.setItem(`readback.attempt.${id}${chance}`, value);
  }
}
