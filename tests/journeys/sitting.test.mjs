// What a sitting lets its reader do beside answering, and how it goes on after a reload.
import assert from 'node:assert/strict';
import { RIGHT, serveBank } from './bank.mjs';
import { journey } from './journey.mjs';
import { TITLES } from './seeds.mjs';

const WITHDRAWN = '"g":0';

journey('a question skipped comes again at the end, and then only once', {}, async (app, page) => {
  await begin(app);
  const first = await app.stem();
  await app.button('Skip').click();
  await otherThan(app, first);
  const { stems } = await app.finish(() => app.answer(), async () => {
    await app.button('Next').click();
    if ((await app.button('Check').isVisible()) && (await app.stem()) === first) await page.keyboard.press('s');
  });
  assert.ok(!stems.includes(first), 'it was answered');
  assert.equal(await app.main.getByText('Not answered').count(), 1);
  const [, of] = (await app.score()).split(' of ');
  assert.equal(stems.length, Number(of) - 1);
});

journey('an answer is undone and given again', {}, async (app, page) => {
  await begin(app);
  await app.toOptions();
  const stem = await app.stem();
  const before = (await attempts(page)).length;
  await app.answer(0);
  await page.keyboard.press('u');
  await app.button('Check').waitFor();
  assert.equal(await app.stem(), stem);
  assert.ok(await app.options.first().isChecked(), 'what was answered still stands there');
  await app.answer(1);
  await app.next();
  await app.button('Undo').click();
  await app.button('Check').waitFor();
  assert.equal(await app.stem(), stem, 'also from the next question');
  const kept = (await attempts(page)).slice(before);
  assert.equal(kept.length, 2, 'nothing that was kept is lost');
  assert.ok(kept.every(([, value]) => value.includes(WITHDRAWN)));
});

journey('a hint strikes out what is wrong, and cannot be chosen', {}, async (app, page) => {
  await begin(app);
  await app.toHint();
  await app.options.first().check();
  await app.button('Hint').click();
  await app.main.getByText('Not this one').waitFor();
  const out = app.options.and(page.locator(':disabled'));
  assert.equal(await out.count(), 1);
  assert.equal(await out.isChecked(), false);
  const all = await app.options.all();
  const states = await Promise.all(all.map((option) => option.isDisabled()));
  await page.keyboard.press(String(states.indexOf(true) + 1));
  assert.equal(await out.isChecked(), false);
  assert.ok(await app.button('Hint').evaluate((it) => it === document.activeElement), 'the focus stays');
});

journey('a bad question is hidden for good, which can be undone', {}, async (app, page) => {
  await begin(app);
  const bad = await app.stem();
  await page.keyboard.press('x');
  await app.main.getByText('Hidden for good').waitFor();
  await otherThan(app, bad);
  await app.button('Undo').click();
  await page.waitForFunction((bad) => document.querySelector('legend').textContent === bad, bad);
  await app.button('Bad question?').click();
  await otherThan(app, bad);
  assert.equal((await app.finish()).stems.includes(bad), false);
  for (let quizzes = 0; quizzes < 3; quizzes += 1) {
    await app.button('New quiz').click();
    assert.equal((await app.finish()).stems.includes(bad), false);
  }
});

journey('an exam says nothing until its end', {}, async (app, page) => {
  await begin(app);
  await exam(app);
  let asked = 0;
  while (!(await app.result.isVisible())) {
    const stem = await app.stem();
    asked += 1;
    await answerUnjudged(app, page);
    await page.waitForFunction((stem) => document.querySelector('legend')?.textContent !== stem, stem);
    assert.equal(await app.verdict.count(), 0);
  }
  await app.ended();
  assert.ok((await app.score()).endsWith(` of ${asked}`));
  assert.equal(await app.main.getByRole('blockquote').count(), asked);
  assert.equal(await app.evidence.count(), asked);
});

journey('an exam ends when its time is up', {}, async (app, page) => {
  await page.clock.install();
  await begin(app);
  await exam(app, '10');
  await app.main.getByText('10 min left').waitFor();
  await answerUnjudged(app, page);
  await page.clock.fastForward('05:00');
  await app.main.getByText('5 min left').waitFor();
  await page.clock.fastForward('05:01');
  await app.ended();
  assert.ok((await app.main.getByText('Not answered').count()) > 3);
});

journey('a quiz goes on at its question after the page was closed', {}, async (app, page, context) => {
  await begin(app);
  await app.answer();
  await app.next();
  const [place, stem] = [app.place, await app.stem()];
  const words = await app.main.locator('.option .words').allTextContents();
  await app.open(place);
  await app.asked();
  assert.equal(await app.stem(), stem);
  assert.deepEqual(await app.main.locator('.option .words').allTextContents(), words);
  await app.answer();
  await page.close({ runBeforeUnload: false });

  const again = await reopened(app, context, place);
  await again.verdict.waitFor();
  assert.equal(await again.stem(), stem);
  await again.next();
  const { stems } = await again.finish();
  const [, of] = (await again.score()).split(' of ');
  assert.equal(stems.length, Number(of) - 2);
  const left = await again.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('session')));
  assert.deepEqual(left, [], 'what is finished is not stored any more');
});

journey('two tabs with one sitting go on together', {}, async (app, page, context) => {
  await begin(app);
  const other = await reopened(app, context, app.place);
  await other.asked();
  const stem = await app.stem();
  assert.equal(await other.stem(), stem);
  await app.answer();
  await other.verdict.waitFor();
  await other.next();
  await otherThan(app, stem);
  assert.equal(await app.stem(), await other.stem());
});

journey('a sitting that cannot be read is set aside', {}, async (app, page) => {
  await begin(app);
  const { place } = app;
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('readback.session.'));
    localStorage.setItem(key, '{"v":1,');
  });
  await app.open(place);
  await app.asked();
  const aside = await page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.includes('.aside.')).map(([, value]) => value),
  );
  assert.deepEqual(aside, ['{"v":1,']);
});

journey('a section is checked where it ends', {}, async (app, page) => {
  await app.open();
  await app.read(TITLES[0]);
  const check = app.button('Check this section');
  await check.first().waitFor();
  const before = await check.count();
  await check.nth(1).click();
  await app.asked();
  assert.equal(await app.title.textContent(), TITLES[0]);
  assert.equal(await check.count(), before - 1);
  await page.waitForFunction(() => document.activeElement.closest('form')?.className === 'question');
  const { stems } = await app.finish();
  assert.ok(stems.length >= 2 && stems.length <= 3, `${stems.length} questions`);
  await app.button('Close').click();
  await app.result.waitFor({ state: 'detached' });
  assert.equal(await check.count(), before);
});

journey('where it is so chosen, short answers are typed', {}, async (app) => {
  await begin(app);
  await app.main.getByText('Change this quiz').click();
  await app.main.getByRole('radio', { name: /^Type/ }).check();
  await app.main.getByRole('radio', { name: 'All' }).check();
  await app.button('Start this quiz').click();
  let typed = 0;
  await app.finish(async () => {
    if (await app.field.isVisible()) typed += 1;
    return app.answer();
  });
  assert.ok(typed >= 5, `only ${typed} were to be typed`);
});

journey('a screen reader is told the question, its options, what can be done and the verdict', {}, async (app, page) => {
  await serveBank(page);
  await begin(app);
  const heard = () => app.main.ariaSnapshot();
  const asked = await heard();
  assert.match(asked, /heading "Quiz: .+" \[level=1\]/);
  assert.match(asked, /group "What do neighbors develop jointly when risks accumulate\?"/);
  for (const option of RIGHT[0]) assert.ok(asked.includes(`checkbox "${option}"`), option);
  for (const name of ['Check', 'Skip', 'Hint', 'Bad question?']) assert.ok(asked.includes(`button "${name}"`), name);
  assert.doesNotMatch(asked, /Correct|Not quite|See it in the article/);
  await app.options.first().check();
  await app.button('Check').click();
  await app.judged();
  const judged = await heard();
  assert.match(judged, /status:[^]*Not quite/);
  assert.match(judged, /blockquote: When risks accumulate/);
  assert.match(judged, /link "See it in the article"/);
  assert.match(judged, /checkbox "Contingency support packages (Right|Missed)"/);
  assert.ok(judged.includes('button "Next"'));
});

async function begin(app) {
  await app.open();
  await app.quiz();
}

/** Begins an exam in place of the quiz. */
async function exam(app, minutes) {
  await app.main.getByText('Change this quiz').click();
  await app.main.getByRole('radio', { name: /exam/ }).check();
  if (minutes) await app.main.getByRole('spinbutton', { name: /^Minutes/ }).fill(minutes);
  await app.button('Start this quiz').click();
  await app.button('Next').waitFor();
}

/** Gives some answer, after which there is no verdict. */
async function answerUnjudged(app, page) {
  if (await app.field.isVisible()) await app.field.fill('something');
  else if (await app.items.count()) await app.items.getByRole('button').first().click();
  else await page.keyboard.press('1');
  await app.button('Next').click();
}

async function otherThan(app, stem) {
  await app.page.waitForFunction((stem) => document.querySelector('legend')?.textContent !== stem, stem);
}

/** The same reader in another tab. */
async function reopened(app, context, place) {
  const page = await context.newPage();
  const again = new app.constructor(page, app.site);
  await again.open(place);
  return again;
}

/** All attempts as they are stored, by their keys. */
async function attempts(page) {
  const all = await page.evaluate(() => Object.entries(localStorage));
  return all.filter(([key]) => key.startsWith('readback.attempt.')).sort();
}
