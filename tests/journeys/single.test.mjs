// The edition in one file, opened from a folder as by a double click.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { journey } from './journey.mjs';
import { look } from './look.mjs';
import { TITLES } from './seeds.mjs';

const FILE = fileURLToPath(new URL('../../dist/readback.html', import.meta.url));
const LARGEST = 2_500_000;

journey('one file is read, quizzes and keeps its scores', { file: FILE }, async (app, page) => {
  const requests = [];
  page.context().on('request', (request) => requests.push(request.url()));
  assert.ok(statSync(FILE).size < LARGEST, `${statSync(FILE).size} bytes`);
  await app.open();
  await page.locator('#shell').waitFor({ state: 'detached' });
  await page.getByRole('contentinfo').getByText('export a backup').waitFor();
  await look(app, 'Library');
  await app.quiz(TITLES[1]);
  const { stems } = await app.finish();
  const score = await app.score();
  await app.open();
  await page.reload();
  await app.entry(TITLES[1]).getByText(score).first().waitFor();
  assert.ok(stems.length > 0);
  await app.open(`#/read/${(await app.entry(TITLES[2]).getByRole('link').getAttribute('href')).split('/').pop()}`);
  assert.equal(await app.title.textContent(), TITLES[2]);
  await app.go('Settings');
  const [download] = await Promise.all([page.waitForEvent('download'), app.button('Export backup').click()]);
  assert.ok(statSync(await download.path()).size > 0);
  const own = pathToFileURL(FILE).href;
  assert.deepEqual(requests.filter((url) => !url.startsWith(own) && !/^(blob|data|about):/.test(url)), []);
});
