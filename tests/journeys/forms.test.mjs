// Answering in other ways than by choosing one: several, in order, in words.
import assert from 'node:assert/strict';
import { RIGHT, serveBank } from './bank.mjs';
import { journey } from './journey.mjs';
import { VIEWS, look } from './look.mjs';
import { TITLES } from './seeds.mjs';

const [KEYS, ORDER, WORDS] = RIGHT;

journey('each way to answer by mouse, all right', {}, async (app, page) => {
  await begin(app, page);
  assert.ok(await app.main.getByText('Choose all that apply.').isVisible());
  for (const key of KEYS) await app.main.getByRole('checkbox', { name: key }).check();
  assert.ok(await check(app));
  assert.equal(await app.main.getByText('Right', { exact: true }).count(), KEYS.length);

  await app.next();
  await sort(app, (name) => app.button(name).click());
  assert.ok(await check(app));
  assert.equal(await app.main.getByText('In place').count(), ORDER.length);

  await app.next();
  await app.field.fill(WORDS);
  assert.ok(await check(app));
  await end(app);
  assert.equal(await app.score(), '3 of 3');
  await scoreStays(app, page, '3 of 3');
});

journey('each way to answer by mouse, all wrong, and then again', {}, async (app, page) => {
  await begin(app, page);
  await app.main.getByRole('checkbox', { name: KEYS[0] }).check();
  await app.main.getByRole('checkbox', { name: 'A single parliament' }).check();
  assert.equal(await check(app), false);
  for (const [note, count] of [['Right', 1], ['Missed', 2], ['Not right', 1]]) {
    assert.equal(await app.main.getByText(note, { exact: true }).count(), count, note);
  }

  await app.next();
  await move(app, (await app.order())[0], 'down');
  if ((await app.order()).join() === ORDER.join()) await move(app, ORDER[0], 'down');
  const misplaced = (await app.order()).filter((text, place) => text !== ORDER[place]);
  assert.equal(await check(app), false);
  assert.equal(await app.main.getByText(/^Belongs in place \d$/).count(), misplaced.length);
  const numbered = ORDER.map((text, index) => `${index + 1}. ${text}`).join('\n');
  assert.ok((await app.verdict.textContent()).includes(numbered));

  await app.next();
  await app.field.fill('time');
  assert.equal(await check(app), false);
  assert.ok(await app.verdict.getByText(WORDS, { exact: true }).isVisible());
  await end(app);
  assert.equal(await app.score(), '0 of 3');
  for (const shown of [`${KEYS[0]}; A single parliament`, KEYS.join('; '), numbered, 'time', WORDS]) {
    assert.ok((await app.main.textContent()).includes(shown), shown);
  }

  await app.button('Retry missed').click();
  const { stems, right } = await app.finish(() => answerRight(app));
  assert.deepEqual([stems.length, right], [3, 3]);
});

journey('each way to answer by keyboard alone', {}, async (app, page) => {
  const { keyboard } = page;
  await begin(app, page);
  const texts = await app.options.locator('..').locator('.words').allTextContents();
  for (const key of [...KEYS, KEYS[0], KEYS[0]]) await keyboard.press(String(texts.indexOf(key) + 1));
  assert.equal(await app.options.and(page.locator(':checked')).count(), KEYS.length);
  await keyboard.press('Enter');
  assert.ok(await app.judged());
  await keyboard.press('Enter');

  await app.asked();
  await keyboard.press('Tab');
  await sort(app, async (name, way) => {
    await tabTo(page, app.button(name));
    await keyboard.press(way === 'up' ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
    const text = name.slice(name.indexOf(':') + 2, name.indexOf(','));
    const focused = await page.evaluate(() => document.activeElement.textContent);
    assert.ok(focused.includes(text), `the focus is on ${focused}, not on ${text}`);
  });
  await tabTo(page, app.button('Check'));
  await keyboard.press('Enter');
  assert.ok(await app.judged());
  await keyboard.press('Enter');

  await app.asked();
  await app.field.and(page.locator(':focus')).waitFor();
  await keyboard.type('Politcal Capitals?');
  await keyboard.press('Enter');
  assert.ok(await app.judged(), 'a slip, capitals and the plural are forgiven');
  await keyboard.press('Enter');
  await app.ended();
  assert.equal(await app.score(), '3 of 3');
  await scoreStays(app, page, '3 of 3');
});

journey('nothing answered is not checked', {}, async (app, page) => {
  await begin(app, page);
  for (const says of [/^Choose an answer first/, /^Move an item first/, /^Type an answer first/]) {
    await app.asked();
    await app.button('Check').click();
    await app.main.getByText(says).waitFor();
    assert.equal(await attempts(page).then((all) => all.length), await position(app));
    await answerRight(app);
    await app.button('Next').click();
  }
});

journey('who was right after all says so, and it is one attempt', {}, async (app, page, context) => {
  await toWords(app, page);
  await app.field.fill('standing with "voters"');
  assert.equal(await check(app), false);
  const wrong = await attempts(page);
  assert.equal(wrong.length, 3, 'the answer is kept before it is overruled');

  const other = await context.newPage();
  await other.goto(app.site.home);
  await other.getByText(/\d of 3/).first().waitFor();

  await app.button('I was right').click();
  assert.ok(await app.judged());
  assert.equal(await app.button('I was right').count(), 0);
  await app.button('Next').and(page.locator(':focus')).waitFor();
  const right = await attempts(page);
  assert.deepEqual(right.map(([key]) => key), wrong.map(([key]) => key));
  assert.equal(right.filter(([, value]) => /"g":[23]/.test(value)).length, 3);
  await other.getByText('3 of 3').first().waitFor();

  await end(app);
  assert.equal(await app.score(), '3 of 3');
  await app.main.getByText('standing with "voters"').waitFor();
  await app.go('Review');
  await app.main.getByText(/^Nothing due/).waitFor();
  await scoreStays(app, page, '3 of 3');
});

journey('a page closed after a wrong answer has kept it', {}, async (app, page, context) => {
  await toWords(app, page);
  await app.field.fill('time');
  await check(app);
  await page.close();
  const other = await context.newPage();
  await other.goto(app.site.home);
  await other.getByText('2 of 3').first().waitFor();
});

journey('a backup brings a verdict overruled later', {}, async (app, page) => {
  await toWords(app, page);
  await app.field.fill('standing');
  await check(app);
  const [key, before] = (await attempts(page)).find(([, value]) => value.includes('"w"'));
  await app.button('I was right').click();
  await app.judged();
  const after = await page.evaluate((key) => localStorage.getItem(key), key);
  await app.go('Settings');
  const [download] = await Promise.all([page.waitForEvent('download'), app.button('Export backup').click()]);
  const backup = await download.path();
  const add = async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), app.button('Import backup').click()]);
    await chooser.setFiles(backup);
  };

  // As on another device, where it has not been overruled.
  await page.evaluate(([key, before]) => localStorage.setItem(key, before), [key, before]);
  await page.reload();
  await app.title.waitFor();
  await add();
  await app.button('Add them').click();
  await app.main.getByText('1 answer added').waitFor();
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), key), after);

  await add();
  await app.button('Close').waitFor();
});

journey('words missed are asked again in Review, and can be typed there', {}, async (app, page) => {
  await page.clock.install();
  await toWords(app, page);
  await app.field.fill('time');
  await check(app);
  await page.clock.fastForward('24:00:00');
  await app.go('Review');
  await app.asked();
  await app.field.focus();
  await page.keyboard.type(WORDS);
  assert.equal(await app.field.inputValue(), WORDS);
  await page.keyboard.press('Enter');
  assert.ok(await app.judged());
});

journey('what is typed waits while the article is looked at', {}, async (app, page) => {
  await toWords(app, page);
  await app.field.fill('politic');
  await app.go('Library');
  await page.goBack();
  await app.asked();
  assert.equal(await app.field.inputValue(), 'politic');
});

for (const { name, context } of VIEWS) {
  journey(`each way to answer ${name}`, { context }, async (app, page) => {
    await begin(app, page);
    for (const way of ['several', 'order', 'words']) {
      await app.asked();
      await look(app, `${way}, asked`);
      await answerWrong(app);
      await look(app, `${way}, judged`);
      await app.button('Next').click();
    }
    await app.ended();
    await look(app, 'result');
  });
}

async function begin(app, page) {
  await serveBank(page);
  await app.open();
  await app.quiz();
}

/** To the question whose answer is typed, the others answered right. */
async function toWords(app, page) {
  await begin(app, page);
  for (const _ of [KEYS, ORDER]) {
    await answerRight(app);
    await app.next();
  }
}

/** From the last question to the result. */
async function end(app) {
  await app.button('Next').click();
  await app.ended();
}

async function check(app) {
  await app.button('Check').click();
  return app.judged();
}

async function answerRight(app) {
  if (await app.field.isVisible()) await app.field.fill(WORDS);
  else if (await app.items.first().isVisible()) await sort(app, (name) => app.button(name).click());
  else for (const key of KEYS) await app.main.getByRole('checkbox', { name: key }).check();
  return check(app);
}

async function answerWrong(app) {
  if (await app.field.isVisible()) await app.field.fill('time');
  else if (await app.items.first().isVisible()) {
    await move(app, (await app.order())[0], 'down');
    if ((await app.order()).join() === ORDER.join()) await move(app, ORDER[0], 'down');
  } else {
    await app.main.getByRole('checkbox', { name: KEYS[0] }).check();
    await app.main.getByRole('checkbox', { name: 'A single parliament' }).check();
  }
  return check(app);
}

/** Moves one item by one place. */
async function move(app, text, way, press = (name) => app.button(name).click()) {
  const order = await app.order();
  const place = order.indexOf(text);
  await press(`Move ${way}: ${text}, ${place + 1} of ${order.length}`, way);
  assert.equal((await app.order()).indexOf(text), place + (way === 'up' ? -1 : 1));
}

/** Moves the items into the right order. */
async function sort(app, press) {
  for (const [place, text] of ORDER.entries()) {
    while ((await app.order()).indexOf(text) > place) await move(app, text, 'up', press);
  }
}

/** How many questions are answered before this one. */
async function position(app) {
  const [, number] = (await app.main.textContent()).match(/(\d+) of \d+/);
  return number - 1;
}

async function scoreStays(app, page, score) {
  await app.open();
  await page.reload();
  await app.entry(TITLES[0]).getByText(score).first().waitFor();
}

function attempts(page) {
  return page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.startsWith('readback.attempt.')).sort(),
  );
}

/** Presses Tab until the control has the focus. */
async function tabTo(page, control) {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('Tab never came to the control');
}
