// From one version to the next: when it comes, whom it asks, and what stays.
import assert from 'node:assert/strict';
import { changed } from './host.mjs';
import { journey } from './journey.mjs';
import { VIEWS, look } from './look.mjs';
import { TITLES } from './seeds.mjs';
import {
  FIRST,
  NEW,
  READY,
  SECOND,
  THIRD,
  cacheNames,
  hosted,
  index,
  isMarked,
  line,
  mark,
  reload,
  reloads,
  scored,
  tab,
  until,
  update,
  version,
  visit,
} from './versions.mjs';

journey('a new version comes in when it is asked for, and scores stay', hosted(), async (app, page) => {
  app.site.caching('no-store');
  await visit(app);
  const score = await scored(app);
  app.site.seen();
  app.site.deploy(SECOND);
  assert.equal(await update(page), 'installed');
  const fetched = app.site.seen().map(({ address }) => address);
  assert.deepEqual([...new Set(fetched)].sort(), ['/a/b/index.html', '/a/b/service_worker.js']);

  await line(page, NEW).waitFor();
  await page.reload();
  await line(page, NEW).waitFor();
  assert.equal(await version(page), 'first', 'not before it is asked for');
  await reloads(page, () => reload(page).click());
  assert.equal(await version(page), 'second');
  await app.entry(TITLES[0]).getByText(score).first().waitFor();
  assert.equal((await cacheNames(page)).length, 1, 'the first version is gone');
  assert.equal(await line(page, NEW).count(), 0);

  await app.site.down();
  await app.open();
  assert.equal(await version(page), 'second');
});

journey('of two new versions the later one comes', hosted(), async (app, page) => {
  await visit(app);
  for (const version of [SECOND, THIRD]) {
    app.site.deploy(version);
    assert.equal(await update(page), 'installed');
  }
  await reloads(page, () => reload(page).click());
  assert.equal(await version(page), 'third');
  assert.equal((await cacheNames(page)).length, 1);
});

for (const place of ['quiz', 'review']) {
  journey(`in a ${place} nothing is said of a new version`, hosted(), async (app, page) => {
    await visit(app);
    await app.quiz();
    await app.answer();
    if (place === 'review') await app.go('Review');
    await mark(page);
    app.site.deploy(SECOND);
    assert.equal(await update(page), 'installed');
    if (place === 'quiz') await app.next();
    assert.equal(await line(page, NEW).count(), 0);
    await app.go('Library');
    await line(page, NEW).waitFor();
    await page.goBack();
    await line(page, NEW).waitFor({ state: 'detached' });
    await app.go('Library');
    await line(page, NEW).waitFor();
    assert.ok(await isMarked(page), 'nothing was loaded anew');
    await reloads(page, () => reload(page).click());
    assert.equal(await version(page), 'second');
  });
}

const BROKEN = {
  'is missing': (response) => response.writeHead(404).end('Not found'),
  'has another content': (response) => response.writeHead(200).end('Log in'),
  'is cut short': (response) => response.writeHead(200).end(index(SECOND).slice(0, -10)),
  'breaks off': (response) => response.writeHead(200, { 'content-length': 9999 }).write('<', () => response.destroy()),
  'leads elsewhere': (response) => response.writeHead(302, { location: '/a/b/mark.svg' }).end(),
  'is refused': (response) => response.writeHead(503).end(),
};
for (const [what, answer] of Object.entries(BROKEN)) {
  journey(`a new version of which a file ${what} does not come`, hosted(), async (app, page) => {
    await visit(app);
    const score = await scored(app);
    app.site.deploy(SECOND);
    app.site.spoil((path, response) => {
      if (!path.endsWith('/index.html')) return false;
      answer(response);
      return true;
    });
    assert.equal(await update(page), 'redundant');
    assert.equal(await line(page, NEW).count(), 0);
    await app.site.down();
    await app.open();
    await app.entry(TITLES[0]).getByText(score).first().waitFor();
    assert.equal(await version(page), 'first');
    await app.quiz(TITLES[1]);

    await app.site.up();
    app.site.spoil(undefined);
    await app.open();
    await line(page, NEW).waitFor();
    await reloads(page, () => reload(page).click());
    assert.equal(await version(page), 'second');
  });
}

const NEIGHBOURS = { '/one/': FIRST, '/one/more/': FIRST, '/two/': FIRST };
const FOREIGN = ['notes', 'readback:/one', 'readback:/one/:notes', 'readback:/one/:/:0123456789abcdef'];

journey('projects of one origin leave each other alone', { ...hosted(NEIGHBOURS), expected: /\/two\// }, async (app, page, context) => {
  const others = [await context.newPage(), await context.newPage()];
  for (const [nth, folder] of ['/two/', '/one/more/'].entries()) {
    await others[nth].goto(app.site.origin + folder);
    await line(others[nth], READY).waitFor();
  }
  await visit(app);
  await page.evaluate(async (names) => {
    for (const name of names) await (await caches.open(name)).put('/foreign', new Response('kept'));
  }, FOREIGN);
  const isOwn = (name) => /^readback:\/one\/:\w{16}$/.test(name);
  const before = await cacheNames(page);
  app.site.deploy(SECOND);
  assert.equal(await update(page), 'installed');
  for (const other of others) await mark(other);
  await reloads(page, () => reload(page).click());
  assert.equal(await version(page), 'second');

  const after = await cacheNames(page);
  assert.deepEqual([before, after].map((names) => names.filter(isOwn).length), [1, 1]);
  assert.deepEqual(after.filter((name) => !isOwn(name)), before.filter((name) => !isOwn(name)));
  assert.equal(after.length, FOREIGN.length + others.length + 1);
  await app.site.down();
  for (const other of others) {
    assert.ok(await isMarked(other), 'not loaded anew');
    await other.reload();
    await other.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await version(other), 'first');
  }
});

journey('all tabs go on together, but for one in a quiz', hosted(), async (app, page, context) => {
  await visit(app);
  const [library, quiz] = [await tab(app, context), await tab(app, context)];
  await quiz.quiz();
  await quiz.answer();
  await mark(quiz.page);
  app.site.deploy(SECOND);
  assert.equal(await update(page), 'installed');
  await line(library.page, NEW).waitFor();
  await reloads(library.page, () => reloads(page, () => reload(page).click()));
  for (const other of [page, library.page]) assert.equal(await version(other), 'second');

  assert.equal(await line(quiz.page, NEW).count(), 0);
  await quiz.next();
  await quiz.finish();
  const score = await quiz.score();
  await quiz.go('Library');
  assert.ok(await isMarked(quiz.page), 'the quiz went on');
  assert.equal(await version(quiz.page), 'first');
  await line(quiz.page, NEW).waitFor();
  await reloads(quiz.page, () => reload(quiz.page).click());
  assert.equal(await version(quiz.page), 'second');
  await quiz.entry(TITLES[0]).getByText(score).first().waitFor();
});

for (const way of ['its own way back', 'the line']) {
  const folders = { '/a/b/': withoutProgram(FIRST) };
  const expected = /CompileError|WebAssembly|program/;
  journey(`a program that cannot start gets the next version by ${way}`, { ...hosted(folders), expected }, async (app, page) => {
    const broken = page.getByRole('alert');
    await page.goto(app.site.home);
    await broken.waitFor();
    await line(page, READY).waitFor();
    app.site.deploy(SECOND);
    await page.reload();
    await broken.waitFor();
    await line(page, NEW).waitFor();
    const button = way === 'the line' ? reload(page) : broken.getByRole('button', { name: 'Reload' });
    await reloads(page, () => button.click());
    await app.entries.first().waitFor();
    assert.equal(await version(page), 'second');
  });
}

// No answer at all, then no host at all. Nothing here counts seconds, so a short outage does.
journey('an outage in the middle of everything', hosted(), async (app, page) => {
  await visit(app);
  await app.quiz();
  await app.answer();
  app.site.deploy(SECOND);
  const unanswered = [];
  app.site.spoil((path, response) => path.endsWith('/index.html') && unanswered.push(response));
  const outcome = update(page);
  await until(() => unanswered.length > 0);
  await app.next();
  await app.answer();
  await app.site.down();
  assert.equal(await outcome, 'redundant');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await app.next();
  await app.finish();
  const score = await app.score();
  await app.open();
  await app.entry(TITLES[0]).getByText(score).first().waitFor();

  app.site.spoil(undefined);
  await app.site.up();
  await app.open();
  await line(page, NEW).waitFor();
  await reloads(page, () => reload(page).click());
  assert.equal(await version(page), 'second');
  await app.entry(TITLES[0]).getByText(score).first().waitFor();
});

journey('the worker that switches it off', hosted(), async (app, page, context) => {
  const registrations = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await visit(app);
  await page.evaluate(() => caches.open('notes'));
  const score = await scored(app);
  await app.quiz(TITLES[1]);
  await mark(page);
  app.site.deploy(new Map(SECOND).set('service_worker.js', FIRST.get('service_worker_off.js')));
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await until(async () => (await registrations(page)) === 0);
  assert.deepEqual(await cacheNames(page), ['notes']);
  await app.finish();
  await app.go('Library');
  assert.ok(await isMarked(page), 'nothing was loaded anew');
  assert.equal(await line(page, NEW).count(), 0);

  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(score).first().waitFor();
  assert.equal(await version(page), 'second', 'from the network');
  await until(async () => (await registrations(page)) === 0);
  assert.deepEqual(await cacheNames(page), ['notes']);

  const newcomer = await (await context.browser().newContext()).newPage();
  await newcomer.goto(app.site.home, { waitUntil: 'networkidle' });
  await until(async () => (await registrations(newcomer)) === 0);
  assert.equal(await newcomer.getByText(READY).count(), 0);
  await newcomer.context().close();

  app.site.deploy(THIRD);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  assert.equal(await version(page), 'third', 'on again');
});

for (const { name, context } of VIEWS) {
  journey(`the line ${name}`, { ...hosted(), context, prepare: countShifts }, async (app, page) => {
    await visit(app);
    await app.read(TITLES[0]);
    await page.getByRole('heading', { name: 'Related articles' }).waitFor();
    await look(app, READY);
    app.site.deploy(SECOND);
    assert.equal(await update(page), 'installed');
    await line(page, NEW).waitFor();
    await look(app, NEW);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    const [text, bar] = await Promise.all([app.main.locator('> :last-child'), line(page, NEW)].map((it) => it.boundingBox()));
    assert.ok(text.y + text.height <= bar.y, 'it covers the end of the page');
    assert.equal(await page.evaluate(() => window.shift), 0);
  });
}

journey('a new version is looked for at the start, an hour later and with a network', hosted(), async (app, page, context) => {
  await page.clock.install();
  await visit(app);
  const looks = () => app.site.seen().filter(({ address }) => address.endsWith('/service_worker.js')).length;
  const show = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  looks();
  await page.reload();
  await app.title.waitFor();
  await until(looks);
  await page.clock.fastForward(1_800_000);
  await show();
  await page.waitForTimeout(500);
  assert.equal(looks(), 0, 'half an hour later');
  await page.clock.fastForward(1_900_000);
  await show();
  await until(looks);
  await context.setOffline(true);
  await context.setOffline(false);
  await until(looks);
});

/** A version whose program no browser can run. */
function withoutProgram(version) {
  const [path] = [...version.keys()].filter((path) => /^app.*\.wasm$/.test(path));
  return changed(version, { [path]: 'no program' });
}

/** How far what stands on the page has been moved by something new, as browsers measure it. */
function countShifts() {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
  }).observe({ type: 'layout-shift' });
}
