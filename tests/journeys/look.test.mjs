// What every page owes every reader: room for its text, and nothing that axe finds wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { journey } from './journey.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const width of [320, 360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = { viewport: { width, height: 800 }, colorScheme };
    journey(`every page at ${width} px, ${colorScheme}`, { context }, async (app) => {
      await app.open();
      await look(app, 'Library');
      await app.quiz();
      await look(app, 'quiz, asked');
      await app.answer();
      await look(app, 'quiz, judged');
      await app.evidence.click();
      await app.mark.first().waitFor();
      await look(app, 'article');
      await app.page.goBack();
      await app.verdict.waitFor();
      await app.next();
      await app.finish();
      await look(app, 'result');
      for (const name of ['Review', 'Progress', 'Settings', 'Library']) {
        await app.go(name);
        await look(app, name);
      }
      await app.open('#/nowhere');
      await look(app, 'unknown address');
    });
  }
}

journey('the two colour schemes differ', { context: { colorScheme: 'dark' } }, async (app, page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await app.open();
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  assert.notEqual(await paper(), dark);
});

async function look(app, name) {
  const sideways = await app.page.evaluate(() => {
    scrollTo({ left: 1000, top: scrollY, behavior: 'instant' });
    return scrollX;
  });
  assert.equal(sideways, 0, `${name} scrolls sideways`);
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(AXE);
  const found = await app.page.evaluate(async (rules) => {
    const { violations } = await axe.run({ runOnly: rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  }, RULES);
  assert.deepEqual(found, [], name);
}
