// How long it takes from a key or a click to what it shows, as the browser's own event timing has it,
// on a processor slowed down four times. Told, never judged: a busy machine would be.
//
//   CHROME=/usr/bin/chromium node tests/timing.mjs
import { fileURLToPath } from 'node:url';
import { launch } from './journeys/chromium.mjs';
import { Readback } from './journeys/readback.mjs';
import { TITLES } from './journeys/seeds.mjs';
import { serve } from './journeys/site.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const SLOWER = 4;
const MARK_MS = 50;
const TIMES = 5;

const [browser, site] = await Promise.all([launch(), serve(DIST)]);
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.addInitScript(() => {
  self.timed = [];
  const note = ({ name, duration, processingStart, processingEnd }) => self.timed.push({ name, duration, work: processingEnd - processingStart });
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: 'event', durationThreshold: 16 });
});
const app = new Readback(page, site);
const told = new Map();

try {
  await app.open();
  await app.quiz(TITLES[0]);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (let time = 0; time < TIMES; time += 1) await once();
} finally {
  await browser.close();
  site.close();
}
for (const [name, all] of told) {
  const sorted = all.sort((one, other) => one - other);
  const [middle, most] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  console.log(`${name.padEnd(28)}median ${String(middle).padStart(4)} ms, most ${String(most).padStart(4)} ms${most > MARK_MS ? `  over ${MARK_MS}` : ''}`);
}

async function once() {
  await app.go('Library');
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.focus();
  for (const letter of 'sanction') await time('a letter of a search', () => page.keyboard.press(letter));
  await field.fill('');
  await time('opening an article', () => app.entry(TITLES[0]).getByRole('link').first().click());
  await app.title.waitFor();
  await time('opening a quiz', () => page.getByRole('link', { name: 'Quiz me' }).first().click());
  await app.toOptions();
  await time('choosing by key', () => page.keyboard.press('1'));
  await time('choosing by click', () => app.options.nth(1).click());
  await time('Check', () => page.keyboard.press('Enter'));
  await app.judged();
  await time('Next', () => page.keyboard.press('Enter'));
  await app.result.or(app.button('Check')).first().waitFor();
  if (await app.result.isVisible()) await app.button('New quiz').click();
  for (const name of ['Progress', 'Settings']) {
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
    await time(`opening ${name}`, () => link.click());
    await page.waitForTimeout(500);
  }
  const other = page.getByRole('radio', { name: 'Sepia' }).and(page.locator(':not(:checked)'));
  if (await other.count()) await time('choosing a theme', () => other.click());
  await app.button('Reset text and theme').click();
}

/** Does it, and notes the longest event that came of it; less than 16 ms is 16. */
async function time(name, act) {
  await page.waitForTimeout(200);
  await page.evaluate(() => (self.timed.length = 0));
  await act();
  await page.waitForTimeout(300);
  const all = await page.evaluate(() => self.timed.map(({ duration }) => Math.round(duration)));
  told.set(name, [...(told.get(name) ?? []), Math.max(16, ...all)]);
}
