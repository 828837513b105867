// Every page, at every width and in both colour schemes; and how its reader has it set.
import assert from 'node:assert/strict';
import { sideways } from './everybody.mjs';
import { denied, full } from './faults.mjs';
import { journey } from './journey.mjs';
import { VIEWS, look } from './look.mjs';
import { Readback } from './readback.mjs';
import { TITLES } from './seeds.mjs';

const CHOICES = { theme: 'Sepia', leading: 'Loose', width: 'Short', font: 'Sans serif', align: 'Both sides' };

for (const { name, context } of VIEWS) {
  journey(`every page ${name}`, { context }, async (app) => {
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
    for (const page of ['Review', 'Progress', 'Settings', 'Library']) {
      await app.go(page);
      await look(app, page);
    }
    await app.open('#/nowhere');
    await look(app, 'unknown address');
  });
}

journey('the two colour schemes differ', { context: { colorScheme: 'dark' } }, async (app, page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await app.open();
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  assert.notEqual(await paper(), dark);
});

journey('what is chosen is shown at once, in Settings and in the article, and is there after a reload', {}, async (app, page) => {
  await app.open('#/settings');
  const sample = app.main.locator('.prose p');
  await sample.waitFor();
  const before = await type(sample);
  for (const name of Object.values(CHOICES)) await app.main.getByRole('radio', { name, exact: true }).check();
  await app.main.getByRole('combobox', { name: 'Text size' }).selectOption('130 %');
  await attribute(page, 'size', '130');
  const after = await type(sample);
  for (const [name, value] of Object.entries(after)) assert.notEqual(value, before[name], name);
  assert.equal(await paper(page), 'rgb(243, 230, 204)');
  const reloaded = await chosenBeforePaint(app, page);
  assert.deepEqual(reloaded, { theme: 'sepia', size: '130', leading: 'loose', width: 'narrow', font: 'sans', align: 'justify' });
  await app.go('Library');
  await app.read(TITLES[0]);
  assert.deepEqual(await type(app.main.locator('.reader > .prose p').first()), after);
});

journey('in an article it is chosen by keyboard alone, and taken back at one press', { context: { viewport: { width: 320, height: 600 } } }, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  const opener = app.main.getByText('Text and theme', { exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  const text = app.main.locator('.reader > .prose p').first();
  const before = await type(text);
  await page.keyboard.press('Tab');
  await focused(page, 'theme-auto');
  for (const theme of ['light', 'sepia', 'dark']) {
    await page.keyboard.press('ArrowRight');
    await attribute(page, 'theme', theme);
    await focused(page, `theme-${theme}`);
  }
  await page.keyboard.press('Tab');
  await focused(page, 'size');
  await page.keyboard.press('ArrowDown');
  await attribute(page, 'size', '115');
  assert.notDeepEqual(await type(text), before);
  const reset = app.button('Reset text and theme');
  await reset.focus();
  await page.keyboard.press('Enter');
  await attribute(page, 'theme', 'auto');
  await focused(page, 'plain');
  assert.deepEqual(await type(text), before);
  assert.deepEqual(await sideways(page), []);
});

journey('what is chosen in one tab is so in the other', {}, async (app, page, context) => {
  await app.open('#/settings');
  const other = new Readback(await context.newPage(), app.site);
  await other.open();
  await app.main.getByRole('radio', { name: 'Dark' }).check();
  await attribute(other.page, 'theme', 'dark');
});

for (const [how, prepare] of Object.entries({ denied, full })) {
  journey(`where storage is ${how} a choice holds until the page is closed`, { prepare }, async (app, page) => {
    await app.open('#/settings');
    for (const name of ['Sepia', 'Loose']) await app.main.getByRole('radio', { name, exact: true }).check();
    await app.main.getByRole('checkbox', { name: 'Keyboard shortcuts' }).uncheck();
    await attribute(page, 'leading', 'loose');
    await app.go('Library');
    await app.go('Settings');
    for (const name of ['Sepia', 'Loose']) assert.ok(await app.main.getByRole('radio', { name, exact: true }).isChecked(), name);
    assert.equal(await paper(page), 'rgb(243, 230, 204)');
    await page.keyboard.press('?');
    assert.equal(await page.getByRole('dialog').count(), 0, 'keys are off');
  });
}

journey('the links of the banner stand on one line on a narrow screen too', { context: { viewport: { width: 360, height: 640 } } }, async (app, page) => {
  await app.open();
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const tops = await links.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
  assert.equal(new Set(tops).size, 1, tops);
});

journey('the contents are in view and on no text, at every size and line length', { context: { viewport: { width: 1280, height: 800 } } }, async (app, page) => {
  await app.open();
  const beside = [];
  for (const size of ['85', '100', '115', '130', '150', '175']) {
    for (const width of ['narrow', 'normal', 'wide']) {
      const name = `${size} ${width}`;
      await page.evaluate((chosen) => localStorage.setItem('readback.preferences', JSON.stringify(chosen)), { size, width });
      await app.open();
      await app.read(TITLES[0]);
      const [contents, text] = await page.evaluate(() =>
        ['.contents', '.reader > .prose'].map((it) => document.querySelector(it).getBoundingClientRect().toJSON()),
      );
      assert.ok(contents.left >= 0, `${name}: from ${contents.left} px`);
      assert.ok(contents.right <= text.left || contents.bottom <= text.top, `${name}: on the text`);
      assert.deepEqual(await sideways(page), [], name);
      if (contents.right <= text.left) beside.push(name);
    }
  }
  assert.ok(beside.includes('100 normal'), `beside the text at ${beside.join(', ')}`);
});

journey('what is stored and unknown leaves the page as it comes', { prepare: unknown }, async (app, page) => {
  await app.open('#/settings');
  await app.main.getByRole('radio', { name: 'As the system has it' }).and(page.locator(':checked')).waitFor();
  assert.equal(await app.main.getByRole('combobox', { name: 'Text size' }).inputValue(), '100');
});

journey('the frame of the browser has the colour of the paper', { context: { colorScheme: 'dark' } }, async (app, page) => {
  const frame = () => page.locator('meta[name=theme-color]').evaluateAll((all) => all.map(({ content }) => content));
  await app.open('#/settings');
  for (const [theme, name] of [['sepia', 'Sepia'], ['light', 'Light'], ['auto', 'As the system has it']]) {
    await app.main.getByRole('radio', { name }).check();
    await attribute(page, 'theme', theme);
    await page.waitForFunction(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      return [...document.querySelectorAll('[name=theme-color]')].every(({ content }) => content === backgroundColor);
    });
  }
  const before = await frame();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction((before) => document.querySelector('[name=theme-color]').content !== before, before[0]);
});

journey('an article on paper is its text and nothing else, black on white', { context: { colorScheme: 'dark' } }, async (app, page) => {
  await app.open();
  await app.read(TITLES[1]);
  await app.main.getByRole('heading', { name: 'Related articles' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a, button, input, summary, nav, dialog, [role=status], .related')];
    return all.filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 80));
  });
  assert.deepEqual(shown, []);
  assert.ok(await app.title.isVisible());
  assert.equal(await paper(page), 'rgb(255, 255, 255)');
  assert.equal(await app.main.locator('.prose p').first().evaluate((it) => getComputedStyle(it).color), 'rgb(0, 0, 0)');
});

/** What the root says when the first element of the body is there, before anything is painted. */
async function chosenBeforePaint(app, page) {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      self.early = { ...document.documentElement.dataset };
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await app.stands();
  const { theme, size, leading, width, font, align } = await page.evaluate(() => self.early);
  return { theme, size, leading, width, font, align };
}

/** How the text is set; it may be written anew just then. */
async function type(text) {
  for (;;) {
    const found = await text.evaluate((it) => {
      const { fontSize, fontFamily, lineHeight, textAlign, width } = getComputedStyle(it);
      const { color } = getComputedStyle(document.documentElement);
      return it.isConnected && { fontSize, fontFamily, lineHeight, textAlign, width, color };
    });
    if (found) return found;
  }
}

function paper(page) {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** Waits until the root says so. */
function attribute(page, name, value) {
  return page.waitForFunction(([name, value]) => document.documentElement.dataset[name] === value, [name, value]);
}

function focused(page, id) {
  return page.waitForFunction((id) => document.activeElement.id === id, id);
}

function unknown() {
  if (location.protocol === 'about:') return;
  localStorage.setItem('readback.preferences', '{"theme":"green","size":7,"font":{"a":1},"width":"95"}');
}
