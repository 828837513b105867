// Every page in every state that a reader can bring it into, one after the other.
import { serveBank } from './bank.mjs';
import { TITLES } from './seeds.mjs';
import { speaks } from './speech.mjs';

const DAYS = 3 * 86_400_000;

/** Walks through them all; `seen` is called in each, with its name. */
export async function walk(app, page, seen) {
  await page.clock.install();
  await page.addInitScript(speaks);
  await nothingDone(app, seen);
  await waysToAnswer(app, page, seen);
  await article(app, page, seen);
  await marks(app, page, seen);
  await sittings(app, page, seen);
  await somethingDone(app, page, seen);
}

async function nothingDone(app, seen) {
  await app.open();
  await seen('Library');
  await app.search('procurement');
  await seen('Library, something found');
  await app.search('zzzzzz');
  await seen('Library, nothing found');
  await app.go('Review');
  await app.main.getByText(/^Nothing/).first().waitFor();
  await seen('Review, empty');
  await app.go('Progress');
  await app.main.getByText('No quiz yet').waitFor();
  await seen('Progress, empty');
  await app.go('Notes');
  await app.main.getByText('Nothing is highlighted yet').waitFor();
  await seen('Notes, empty');
  await app.open('#/nowhere');
  await seen('unknown address');
}

/** The first article, whose questions are made by hand. */
async function waysToAnswer(app, page, seen) {
  await serveBank(page);
  await app.open();
  await app.quiz(TITLES[0]);
  for (const way of ['several', 'order', 'words']) {
    await app.asked();
    await seen(`${way}, asked`);
    await app.button('Check').click();
    await app.main.getByText(/first(:|\.)/).last().waitFor();
    await seen(`${way}, nothing answered`);
    await app.answer();
    await seen(`${way}, judged`);
    await app.button('Next').click();
  }
  await app.ended();
  await seen('result');
  await page.unroute('**/examiner_loader.js');
}

async function article(app, page, seen) {
  await app.open();
  await app.read(TITLES[1]);
  await app.button('Check this section').first().waitFor();
  await app.main.getByRole('heading', { name: 'Related articles' }).waitFor();
  await seen('article');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await seen('keys');
  await page.keyboard.press('Escape');
  await page.getByText('Text and theme', { exact: true }).click();
  await app.button('Reset text and theme').waitFor();
  await seen('article, text and theme');
  await page.getByText('Text and theme', { exact: true }).click();
  await app.button('Read aloud').click();
  await app.button('Pause').waitFor();
  await seen('article, read aloud');
  await app.button('Stop').click();
}

/** Highlights and notes in the article, and the page of all of them; the worksheet. */
async function marks(app, page, seen) {
  await page.evaluate(() => document.querySelector('.prose').scrollIntoView());
  await page.keyboard.press('m');
  await app.button('Add a note').waitFor();
  await seen('article, a sentence chosen');
  await app.button('Add a note').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Which one?');
  await seen('article, writing a note');
  await app.button('Save').click();
  await page.getByRole('button', { name: /^Edit note/ }).waitFor();
  await seen('article, a note');
  await app.go('Notes');
  await app.main.getByText('Which one?').waitFor();
  await seen('Notes');
  await app.open();
  await app.read(TITLES[1]);
  await app.main.getByRole('link', { name: 'Worksheet' }).click();
  await app.main.locator('.answers').waitFor();
  await seen('worksheet');
}

async function sittings(app, page, seen) {
  await app.open();
  await app.quiz(TITLES[1]);
  await app.toOptions();
  await seen('one, asked');
  await app.toHint();
  await page.keyboard.press('h');
  await app.main.getByText('Not this one').waitFor();
  await seen('one, hint');
  const verdicts = new Set();
  for (let number = 0; verdicts.size < 2; number = 1 - number) {
    const is_right = await app.answer((await app.options.nth(number).isDisabled()) ? 1 - number : number);
    if (!verdicts.has(is_right)) await seen(`one, judged ${is_right ? 'right' : 'wrong'}`);
    verdicts.add(is_right);
    if (verdicts.size < 2) await app.next();
    if (await app.result.isVisible()) await app.button('New quiz').click();
    if (verdicts.size < 2) await app.toOptions();
  }
  await app.evidence.click();
  await app.mark.first().waitFor();
  await seen('article, evidence');
  await page.goBack();
  await app.main.getByText('Change this quiz').click();
  await seen('what can be changed');
  await app.main.getByRole('radio', { name: 'At the end' }).check();
  await app.button('Start this quiz').click();
  await app.button('Next').waitFor();
  await seen('exam, asked');
}

async function somethingDone(app, page, seen) {
  await page.clock.fastForward(DAYS);
  await app.go('Library');
  await app.entry(TITLES[0]).getByText(/ of /).first().waitFor();
  await seen('Library, something done');
  await app.go('Review');
  await app.asked();
  await seen('Review, due');
  await app.go('Progress');
  await app.main.getByRole('table').waitFor();
  await seen('Progress');
  await app.go('Settings');
  await app.button('Export backup').waitFor();
  await seen('Settings');
  await app.button('Erase all data').click();
  await app.button('Keep everything').waitFor();
  await seen('Settings, erasing');
  await app.button('Keep everything').click();
  const [download] = await Promise.all([page.waitForEvent('download'), app.button('Export backup').click()]);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), app.button('Import backup').click()]);
  await chooser.setFiles(await download.path());
  await app.button('Close').waitFor();
  await seen('Settings, import');
}
