// What every page owes every reader: room for its text, and nothing that axe finds wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The widths and colour schemes to look at, as settings of a journey. */
export const VIEWS = [320, 360, 1280].flatMap((width) =>
  ['light', 'dark'].map((colorScheme) => ({
    name: `at ${width} px, ${colorScheme}`,
    context: { viewport: { width, height: 800 }, colorScheme },
  })),
);

/** Fails where the page falls short; `name` is what it shows. */
export async function look(app, name) {
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
