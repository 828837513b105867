// Every page in every state, in every theme, on a narrow and a wide screen: for everybody.
import assert from 'node:assert/strict';
import { COLOURS, RULES, focus, sideways, spread, targets, wrong } from './everybody.mjs';
import { journey } from './journey.mjs';
import { walk } from './states.mjs';

const THEMES = ['light', 'sepia', 'dark'];
const WIDTHS = [360, 1280];
const HEIGHT = 800;

/** A page at 400 % of a screen of 1280 by 1024. */
const ENLARGED = { width: 320, height: 256 };

for (const width of WIDTHS) {
  journey(`every state at ${width} px, in every theme`, { context: { viewport: { width, height: HEIGHT }, reducedMotion: 'reduce' } }, async (app, page) => {
    const found = [];
    await walk(app, page, async (name) => {
      const before = await theme(page);
      for (const [at, chosen] of THEMES.entries()) {
        await theme(page, chosen);
        const wrongs = await wrong(page, at ? COLOURS : RULES);
        found.push(...wrongs.map((says) => `${name}, ${chosen}: ${says}`));
      }
      await theme(page, before);
    });
    assert.deepEqual(found, []);
  });
}

journey('every state with more contrast', { context: { reducedMotion: 'reduce', contrast: 'more' } }, async (app, page) => {
  const found = [];
  await walk(app, page, async (name) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const wrongs = await wrong(page, COLOURS);
      found.push(...wrongs.map((says) => `${name}, ${colorScheme}: ${says}`));
    }
  });
  assert.deepEqual(found, []);
});

// The browser sees to the contrast of text there; drawings, bars and shadows are the page's own.
journey('in the colours of the system nothing vanishes', { context: { forcedColors: 'active', colorScheme: 'dark' } }, async (app, page) => {
  const style = (selector, name) => page.locator(selector).first().evaluate((it, name) => getComputedStyle(it)[name], name);
  await app.open();
  await app.quiz();
  await app.toOptions();
  const ink = await style('body', 'color');
  await app.options.first().check();
  assert.equal(await style('.option:has(:checked)', 'outlineStyle'), 'solid');
  assert.equal(await style('.button', 'borderStyle'), 'solid');
  await app.answer();
  assert.equal(await style('.sign path', 'stroke'), ink);
  await app.evidence.click();
  await app.mark.first().waitFor();
  assert.notEqual(await style('mark', 'backgroundColor'), await style('body', 'backgroundColor'));
  await app.go('Progress');
  await app.main.getByRole('table').first().waitFor();
  for (const drawn of ['.chart', '.chart text']) assert.equal(await style(drawn, 'fill'), ink);
});

journey('every state enlarged to 400 %: nothing sideways, nothing cut off, nothing too small', { context: { viewport: ENLARGED, reducedMotion: 'reduce' } }, async (app, page) => {
  const found = [];
  await walk(app, page, async (name) => {
    const wrongs = [await sideways(page), await targets(page), await spread(page), await lost(page, name)];
    found.push(...wrongs.flat().map((says) => `${name}: ${says}`));
  });
  assert.deepEqual(found, []);
});

for (const viewport of [ENLARGED, { width: 1280, height: HEIGHT }]) {
  journey(`the focus is seen wherever it goes, at ${viewport.width} px`, { context: { viewport, reducedMotion: 'reduce' } }, async (app, page) => {
    const found = [];
    const look = async (name) => found.push(...(await focus(page)).map((says) => `${name}: ${says}`));
    await app.open();
    await look('Library');
    for (const [name, shows] of [['Progress', 'No quiz yet'], ['Settings', 'Keyboard shortcuts']]) {
      await app.go(name);
      await app.main.getByText(shows).first().waitFor();
      await look(name);
    }
    await app.go('Library');
    await app.quiz();
    await app.evidence.or(app.button('Check')).first().waitFor();
    await look('quiz, asked');
    await app.answer();
    await look('quiz, judged');
    await app.evidence.click();
    await app.mark.first().waitFor();
    await look('article');
    assert.deepEqual(found, []);
  });
}

journey('each change of page is announced', {}, async (app, page) => {
  await app.open();
  const titles = new Set();
  for (const name of ['Review', 'Progress', 'Settings', 'Library']) {
    await app.go(name);
    await page.waitForFunction(() => document.activeElement.matches('h1'));
    titles.add(await page.title());
  }
  assert.equal(titles.size, 4);
});

/** Where the focus should be somewhere and is nowhere. */
async function lost(page, name) {
  if (/^(Library|article|unknown address|one, asked)$/.test(name)) return [];
  return page.evaluate(() => (document.activeElement === document.body ? ['the focus is lost'] : []));
}

/** Sets the theme, as a reader would choose it; the one before. */
function theme(page, chosen) {
  return page.evaluate((chosen) => {
    const { dataset } = document.documentElement;
    if (chosen) dataset.theme = chosen;
    return dataset.theme ?? 'auto';
  }, chosen);
}
