// Highlights and notes: made with the mouse and with keys, kept, found again, taken along.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { denied } from './faults.mjs';
import { journey } from './journey.mjs';
import { look } from './look.mjs';
import { Readback } from './readback.mjs';
import { TITLES } from './seeds.mjs';

const WORDS = 'a state experiences economic pressure';
const OTHERS = 'Neighbors observe which coercive strategies succeed';
const SINGLE = fileURLToPath(new URL('../../dist/readback.html', import.meta.url));

journey('selected words are highlighted, and stay so', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  assert.equal(await listed(page).count(), 0);
  await select(page, WORDS);
  await app.button('Highlight').click();
  await painted(page, [WORDS]);
  assert.deepEqual(await quotations(page), [WORDS]);
  await app.button('Highlight').waitFor({ state: 'hidden' });
  await page.reload();
  await app.stands();
  await painted(page, [WORDS]);
  await listed(page).getByRole('link').click();
  await app.mark.waitFor();
  assert.equal(await app.mark.textContent(), WORDS);
  await painted(page, [WORDS]);
});

journey('a note is written, changed, deleted and brought back', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Add a note').click();
  const field = page.getByRole('textbox', { name: 'Note' });
  await app.focused(field);
  await field.fill('Which one?');
  await page.keyboard.press('Control+Enter');
  await listed(page).getByText('Which one?').waitFor();
  await field.waitFor({ state: 'hidden' });
  const edit = page.getByRole('button', { name: /^Edit note/ });
  await edit.click();
  assert.equal(await field.inputValue(), 'Which one?');
  await field.fill('Which one?\nAny.');
  await app.button('Save').click();
  await listed(page).getByText('Any.').waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === 'Edit note');
  await page.getByRole('button', { name: /^Delete: / }).click();
  await listed(page).waitFor({ state: 'detached' });
  await painted(page, []);
  await app.button('Undo').click();
  await listed(page).getByText('Any.').waitFor();
  await painted(page, [WORDS]);
});

journey('a tap on highlighted words opens their note', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Highlight').click();
  await painted(page, [WORDS]);
  const { x, y } = (await corners(page, WORDS)).from;
  await page.mouse.click(x + 2, y);
  const field = page.getByRole('textbox', { name: 'Note' });
  await field.fill('Tapped');
  await app.button('Save').click();
  await listed(page).getByText('Tapped').waitFor();
  await page.mouse.click(x + 2, y);
  await app.button('Delete highlight').click();
  await listed(page).waitFor({ state: 'detached' });
});

journey('a sentence is highlighted by keys alone', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await page.evaluate(() => document.querySelector('.prose').scrollIntoView());
  await page.locator('.marking').waitFor({ state: 'attached' });
  await page.keyboard.press('m');
  await app.button('Highlight').waitFor();
  const first = await page.evaluate(() => getSelection().toString());
  await page.keyboard.press('ArrowDown');
  const next = await page.evaluate(() => getSelection().toString());
  assert.notEqual(first, next);
  await page.keyboard.press('m');
  await painted(page, [next]);
  await page.keyboard.press('n');
  await page.keyboard.type('By hand, m and n');
  await page.keyboard.press('Control+Enter');
  await listed(page).getByText('By hand, m and n').waitFor();
  assert.equal((await quotations(page)).length, 2);
  await page.keyboard.press('m');
  await app.button('Highlight').waitFor();
  await page.keyboard.press('Escape');
  await app.button('Highlight').waitFor({ state: 'hidden' });
});

journey('what is being typed outlives a reload', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Add a note').click();
  const field = page.getByRole('textbox', { name: 'Note' });
  await field.fill('Half a thou');
  await page.reload();
  await field.waitFor();
  assert.equal(await field.inputValue(), 'Half a thou');
  await field.press('End');
  await page.keyboard.type('ght');
  await app.button('Save').click();
  await listed(page).getByText('Half a thought').waitFor();
});

journey('words over several paragraphs are one highlight', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await page.evaluate(() => {
    const section = document.querySelectorAll('.prose > section')[1];
    const [heading, paragraph] = [section.querySelector('h2'), section.querySelector('p')];
    getSelection().setBaseAndExtent(heading.firstChild, 0, paragraph.firstChild, 20);
  });
  await app.button('Highlight').click();
  await page.waitForFunction(() => CSS.highlights.get('mark')?.size === 2);
  assert.match((await quotations(page))[0], /\n/);
});

journey('where the text has changed a highlight is found again, or listed', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  const article = app.place.slice('#/read/'.length);
  await page.evaluate(
    ([article, words, others]) => {
      const mark = (id, exact, note) =>
        localStorage.setItem(
          `readback.mark.1k1sax7q8000000000000${id}`,
          JSON.stringify({ v: 1, article, exact, prefix: 'no longer ', suffix: ' like it', from: '0.1.3', to: '0.1.9', note, changed: 1 }),
        );
      mark('1', words, 'moved');
      mark('2', others.replace('observe', 'observed').replace('which', 'whose'), 'changed');
      mark('3', 'Words that nobody has ever written into this article', 'gone');
    },
    [article, WORDS, OTHERS],
  );
  await page.reload();
  await app.stands();
  await painted(page, [WORDS, OTHERS]);
  const items = listed(page).getByRole('listitem');
  await items.nth(1).getByText('The text has changed here.').waitFor();
  await items.nth(2).getByText('Not found in this version of the text.').waitFor();
  assert.equal(await items.nth(2).getByRole('link').count(), 0);
  await app.go('Notes');
  await app.main.getByText('Words that nobody has ever written').waitFor();
});

journey('two tabs keep both texts', {}, async (app, page, context) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Highlight').click();
  await painted(page, [WORDS]);
  const there = await context.newPage();
  const other = new Readback(there, app.site);
  await other.open(app.place);
  await painted(there, [WORDS]);
  await page.getByRole('button', { name: /^Add a note: / }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('of one');
  await there.getByRole('button', { name: /^Add a note: / }).click();
  await there.getByRole('textbox', { name: 'Note' }).fill('of the other');
  await other.button('Save').click();
  await listed(there).getByText('of the other').waitFor();
  await listed(page).getByText('of the other').waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('textbox', { name: 'Note' }).inputValue(), 'of one');
  await app.button('Save').click();
  await listed(page).getByText('of one').waitFor();
  assert.match(await listed(page).textContent(), /of the other\s+of one/);
});

journey('Notes has all of them, and gives them as Markdown', {}, async (app, page) => {
  await app.open('#/notes');
  await app.main.getByText('Nothing is highlighted yet.').waitFor();
  for (const [title, words] of [[TITLES[0], WORDS], [TITLES[1], undefined]]) {
    await app.go('Library');
    await app.read(title);
    await page.locator('.marking').waitFor({ state: 'attached' });
    if (words) await select(page, words);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill(`*${title.length}*`);
    await app.button('Save').click();
    await listed(page).waitFor();
  }
  await app.go('Notes');
  const titles = app.main.getByRole('heading', { level: 2 });
  await titles.nth(1).waitFor();
  assert.deepEqual(await titles.allTextContents(), [TITLES[1], TITLES[0]]);
  const [download] = await Promise.all([page.waitForEvent('download'), app.button('Download Markdown').click()]);
  assert.equal(download.suggestedFilename(), 'notes.md');
  const text = await readFile(await download.path(), 'utf8');
  assert.ok(text.includes(`## ${TITLES[0]}\n`), text);
  assert.ok(text.includes(`> ${WORDS}\n\n\\*${TITLES[0].length}\\*\n`), text);
  await app.main.getByRole('link', { name: WORDS }).click();
  await app.mark.waitFor();
});

journey('scores that are erased take the highlights along', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Highlight').click();
  await painted(page, [WORDS]);
  await app.go('Settings');
  await app.button('Erase all data').click();
  await app.button('Erase').click();
  await app.main.getByText('Everything was erased.').waitFor();
  await app.go('Notes');
  await app.main.getByText('Nothing is highlighted yet.').waitFor();
});

journey('where storage is denied a highlight says so', { prepare: denied }, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Add a note').click();
  const field = page.getByRole('textbox', { name: 'Note' });
  await field.fill('Kept nowhere');
  await app.button('Save').click();
  await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
  assert.equal(await field.inputValue(), 'Kept nowhere');
});

journey('keys that are turned off mark nothing', { prepare: withoutKeys }, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await page.waitForFunction(() => document.querySelector('.marking'));
  await page.keyboard.press('m');
  assert.equal(await page.evaluate(() => getSelection().toString()), '');
});

journey('highlights work in the edition in one file', { file: SINGLE }, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  await select(page, WORDS);
  await app.button('Highlight').click();
  await painted(page, [WORDS]);
});

for (const colorScheme of ['light', 'dark']) {
  const context = { viewport: { width: 320, height: 640 }, colorScheme };
  journey(`highlights have room at 320 px, ${colorScheme}`, { context }, async (app, page) => {
    await app.open();
    await look(app, 'Library');
    await app.read(TITLES[0]);
    await select(page, WORDS);
    await app.button('Add a note').waitFor();
    await look(app, 'selected');
    await app.button('Add a note').click();
    await page.getByRole('textbox', { name: 'Note' }).fill('A note');
    await look(app, 'note');
    await app.button('Save').click();
    await listed(page).getByText('A note').waitFor();
    await look(app, 'listed');
    await app.go('Notes');
    await app.main.getByRole('link', { name: WORDS }).waitFor();
    await look(app, 'Notes');
  });
}

/** The list at the end of an article. */
function listed(page) {
  return page.getByRole('region', { name: 'Highlights and notes' });
}

function quotations(page) {
  return listed(page).getByRole('blockquote').allTextContents();
}

/** Waits until these words and no others are painted. */
async function painted(page, words) {
  await page.waitForFunction((words) => {
    const ranges = [...(CSS.highlights.get('mark') ?? [])].map((range) => range.toString());
    return JSON.stringify(ranges) === JSON.stringify(words);
  }, words);
}

/** Where words of a paragraph begin and end in the window. */
function corners(page, words) {
  return page.evaluate((words) => {
    const texts = document.createTreeWalker(document.querySelector('.prose'), NodeFilter.SHOW_TEXT);
    let text;
    while ((text = texts.nextNode()) && !text.data.includes(words));
    const range = new Range();
    range.setStart(text, text.data.indexOf(words));
    range.setEnd(text, text.data.indexOf(words) + words.length);
    // Not at the edge, where dragging scrolls.
    scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant' });
    const rects = [...range.getClientRects()];
    const [first, last] = [rects[0], rects.at(-1)];
    const middle = ({ top, height }) => top + height / 2;
    return { from: { x: first.left + 1, y: middle(first) }, to: { x: last.right, y: middle(last) } };
  }, words);
}

/** Selects words as a reader does. */
async function select(page, words) {
  await page.waitForFunction(() => document.querySelector('.marking'));
  let [last, now] = [undefined, await corners(page, words)];
  // Until nothing moves any more.
  while (JSON.stringify(last) !== JSON.stringify(now)) {
    await page.waitForTimeout(50);
    [last, now] = [now, await corners(page, words)];
  }
  const { from, to } = now;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

function withoutKeys() {
  if (location.protocol === 'http:') localStorage.setItem('readback.preferences', '{"theme":"auto","keys":"off"}');
}
