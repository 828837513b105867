// What every reader can count on, whatever they see, press or need, as functions that look at the
// page as it stands and tell what falls short.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules of axe, and those that depend on colours. */
export const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
export const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds wrong. */
export async function wrong(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
  }, runOnly);
}

/** What makes the page scroll sideways. */
export function sideways(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = [...document.body.querySelectorAll('*')];
    return all.filter((it) => it.getBoundingClientRect().right > clientWidth + 1).map((it) => `sideways: ${it.outerHTML.slice(0, 80)}`);
  });
}

/** What is too small to be hit: less than 24 px either way. A link among words may be as they are. */
export function targets(page) {
  return page.evaluate(() => {
    const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest('dialog:not([open])');
    const isAmongWords = (it) => it.matches('a') && getComputedStyle(it).display === 'inline' && it.parentElement.textContent.trim() !== it.textContent.trim();
    const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
    const boxes = all.filter((it) => isShown(it) && !isAmongWords(it) && !it.matches('.skip'));
    return boxes.flatMap((it) => {
      const { width, height } = (it.closest('label') ?? it).getBoundingClientRect();
      return Math.min(width, height) < 23.9 ? [`target of ${Math.round(width)}×${Math.round(height)}: ${it.outerHTML.slice(0, 80)}`] : [];
    });
  });
}

/** What is cut off or laid over once the reader has spread the text as WCAG 1.4.12 has it. */
export function spread(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];
    const { clientWidth, scrollWidth } = document.documentElement;
    const isCut = (it) => {
      const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(it);
      if (clipPath !== 'none' || textOverflow === 'ellipsis') return false;
      const [x, y] = [overflowX, overflowY].map((overflow) => /hidden|clip/.test(overflow));
      return (x && it.scrollWidth > it.clientWidth + 1) || (y && it.scrollHeight > it.clientHeight + 1);
    };
    const all = [...document.body.querySelectorAll('*')].filter((it) => it.checkVisibility());
    const cut = all.filter(isCut).map((it) => `cut off: ${it.outerHTML.slice(0, 80)}`);
    document.adoptedStyleSheets = [];
    return scrollWidth > clientWidth ? ['spread text scrolls sideways', ...cut] : cut;
  });
}

/** Goes through the page by Tab; what has the focus and does not show it, or lies under something. */
export async function focus(page, steps = 40) {
  const found = new Set();
  await page.evaluate(() => document.querySelector('h1')?.focus());
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const [end, trouble] = await page.evaluate(unseen);
    if (trouble) found.add(trouble);
    if (end) break;
  }
  return [...found];
}

/** Whether the focus has left the page, and what is wrong with it. */
function unseen() {
  const it = document.activeElement;
  if (!it || it === document.body) return [true];
  const around = [it, it.closest('.option')].filter(Boolean).map((shown) => getComputedStyle(shown));
  const says = it.outerHTML.slice(0, 80);
  if (!around.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)) return [false, `focus not shown: ${says}`];
  const { left, top, width, height } = it.getBoundingClientRect();
  // Its corners, a little inward: it may not be covered as a whole.
  const points = [0.05, 0.5, 0.95].flatMap((x) => [0.05, 0.5, 0.95].map((y) => [left + width * x, top + height * y]));
  const isSeen = ([x, y]) => {
    const on = document.elementFromPoint(x, y);
    return on && (it.contains(on) || on.contains(it) || it.closest('label')?.contains(on));
  };
  return [false, points.some(isSeen) ? undefined : `focus hidden: ${says}`];
}
