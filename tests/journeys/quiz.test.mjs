// Being quizzed: by mouse, by keyboard, with the way into the article and back.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { TITLES } from './seeds.mjs';

journey('a quiz by mouse ends with its score', {}, async (app) => {
  await app.open();
  await app.quiz();
  const { stems, right } = await app.finish();
  assert.ok(stems.length >= 4, `only ${stems.length} questions`);
  assert.equal(new Set(stems).size, stems.length, 'a question came twice');
  assert.equal(await app.score(), `${right} of ${stems.length}`);
});

journey('every article can be quizzed', {}, async (app) => {
  for (const title of TITLES) {
    await app.open();
    await app.quiz(title);
    await app.toOptions();
    assert.ok((await app.options.count()) >= 2);
  }
});

journey('a quiz by keyboard alone ends with its score', {}, async (app, page) => {
  await app.open();
  await tabTo(page, app.entry(TITLES[0]).getByRole('link').first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Quiz me' }).first());
  await page.keyboard.press('Enter');
  const press = async () => {
    if (await app.field.isVisible()) {
      await page.keyboard.type('something');
    } else if (await app.items.count()) {
      await tabTo(page, app.items.getByRole('button').first());
      await page.keyboard.press('Enter');
      await tabTo(page, app.button('Check'));
    } else {
      await page.keyboard.press('2');
      assert.ok(await app.options.nth(1).isChecked());
    }
    await page.keyboard.press('Enter');
    return app.judged();
  };
  const { stems, right } = await app.finish(press, () => page.keyboard.press('Enter'));
  assert.equal(await app.score(), `${right} of ${stems.length}`);
});

journey('keys act only where they are wanted', {}, async (app, page) => {
  await app.open();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await help.waitFor();
  assert.equal(await help.evaluate((help) => help.scrollTop), 0, 'the list begins at its end');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await app.go('Settings');
  await app.main.getByRole('checkbox', { name: 'Keyboard shortcuts' }).uncheck();
  await app.go('Library');
  await app.quiz();
  await app.toOptions();
  await page.keyboard.press('2');
  assert.equal(await app.options.nth(1).isChecked(), false);
  await page.keyboard.press('?');
  assert.equal(await help.isVisible(), false);
});

journey('the evidence is quoted, and marked in the article', {}, async (app, page) => {
  await app.open();
  await app.quiz();
  await app.answer();
  const stem = await app.stem();
  const quiz = app.place;
  const quoted = await app.main.getByRole('blockquote').textContent();
  await app.evidence.click();
  await page.getByRole('heading', { level: 1, name: TITLES[0] }).waitFor();
  await app.mark.first().waitFor();
  const marked = (await app.mark.allTextContents()).join('');
  assert.ok(quoted.includes(marked.trim()), `${marked} is not in ${quoted}`);
  await inView(page, app.mark.first());

  const place = app.place;
  await page.goBack();
  await app.verdict.waitFor();
  assert.equal(app.place, quiz);
  assert.equal(await app.stem(), stem);

  await app.open(place);
  assert.equal((await app.mark.allTextContents()).join(''), marked);
  await inView(page, app.mark.first());
});

journey('a quiz has an address of its own', {}, async (app) => {
  await app.open();
  await app.quiz(TITLES[3]);
  const place = app.place;
  assert.match(place, /^#\/quiz\/[a-z0-9-]+$/);
  await app.open(place);
  await app.asked();
  assert.ok((await app.page.title()).includes(TITLES[3]));
});

journey('what was missed can be tried again', {}, async (app) => {
  await app.open();
  await app.quiz();
  const missed = [];
  await app.finish(async () => {
    const stem = await app.stem();
    const right = await app.answer();
    if (!right) missed.push(stem);
    return right;
  });
  assert.ok(missed.length > 0, 'nothing was missed: choose another seed');
  await app.button('Retry missed').click();
  const { stems } = await app.finish();
  assert.deepEqual([...stems].sort(), [...missed].sort());
});

journey('another quiz draws other questions first', {}, async (app) => {
  await app.open();
  await app.quiz();
  const first = await app.finish();
  await app.button('New quiz').click();
  const second = await app.finish();
  const fresh = second.stems.filter((stem) => !first.stems.includes(stem));
  assert.ok(fresh.length > 0, 'the same questions came again');
  const later = second.stems.length - fresh.length;
  assert.ok(later === 0 || first.stems.length + fresh.length < 16, `${later} came again too early`);
});

journey('questions that cannot be made are tried again', { expected: /examiner|503/ }, async (app) => {
  app.site.withhold(/examiner_bg/);
  await app.open();
  await app.read(TITLES[0]);
  await app.open(app.place.replace('read', 'quiz'));
  const again = app.button('Try again');
  await again.waitFor();
  app.site.withhold(undefined);
  await again.click();
  await app.asked();
});

journey('without the tutor, which draws them, questions are asked all the same', { expected: /tutor|503/ }, async (app) => {
  app.site.withhold(/tutor_bg/);
  await app.open();
  await app.quiz();
  const { stems } = await app.finish();
  assert.equal(stems.length, 8);
  assert.ok((await app.score()).endsWith(' of 8'));
});

journey('another tutor knows what the one before was told', { expected: /tutor|503/ }, async (app) => {
  app.site.withhold(/tutor_bg/);
  await app.open();
  await app.quiz();
  app.site.withhold(undefined);
  const hidden = await app.stem();
  await app.button('Bad question?').click();
  await app.button('Undo').waitFor();
  await app.finish();
  for (let again = 0; again < 4; again += 1) {
    await app.button('New quiz').click();
    const { stems } = await app.finish();
    assert.ok(!stems.includes(hidden), 'it was hidden for good');
  }
});

journey('an examiner that breaks off is started again', {}, async (app, page) => {
  await page.route('**/examiner_loader.js', unlikeWorker);
  await app.open();
  await app.read(TITLES[0]);
  await app.open(app.place.replace('read', 'quiz'));
  const again = app.button('Try again');
  await again.waitFor();
  await app.main.getByText('unreachable').waitFor();
  await page.unroute('**/examiner_loader.js');
  await again.click();
  await app.asked();
});

/** A worker whose program does not take it for one, and panics. */
async function unlikeWorker(route) {
  const response = await route.fetch();
  const body = `self.DedicatedWorkerGlobalScope = class {}; ${await response.text()}`;
  await route.fulfill({ response, body });
}

/** Presses Tab until the control has the focus. */
async function tabTo(page, control) {
  await control.waitFor();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('Tab never came to the control');
}

async function inView(page, element) {
  const handle = await element.elementHandle();
  await page.waitForFunction((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, handle);
}
