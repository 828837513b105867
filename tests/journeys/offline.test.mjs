// Without a network, on hosts that answer wrongly, and where nothing may be kept.
import assert from 'node:assert/strict';
import { changed, hash, host } from './host.mjs';
import { denied } from './faults.mjs';
import { journey } from './journey.mjs';
import { TITLES } from './seeds.mjs';
import { FIRST, READY, SECOND, THIRD, hosted, line, registered, reload, reloads, until, update, version, visit } from './versions.mjs';

const EBB = article('ebb', 'ebb');
const FLOOD = article('flood', 'flood');
const NEW_FLOOD = article('flood', 'newer flood');
const LARGE = withArticles(FIRST, EBB, FLOOD);

for (const folder of ['/', '/a/b/']) {
  journey(`a first visit, then no network, in ${folder}`, hosted({ [folder]: FIRST }), async (app, page, context) => {
    await app.open();
    await line(page, READY).waitFor();
    await app.site.down();
    await context.setOffline(true);

    await page.reload();
    await app.entry(TITLES[0]).waitFor();
    assert.deepEqual((await app.titles()).filter((title) => TITLES.includes(title)), TITLES);
    await app.quiz();
    const { right, stems } = await app.finish();
    await app.open();
    await page.reload();
    await app.entry(TITLES[0]).getByText(`${right} of ${stems.length}`).first().waitFor();
    for (const address of ['index.html', '?from=a+letter', '?from=a+letter#/progress']) {
      await page.goto(app.site.home + address);
      await app.title.waitFor();
    }
    await registered(page);
    assert.equal(await line(page, READY).count(), 0, 'it is said once');
  });
}

journey('no network from the first visit on, and nothing loaded anew', hosted(), async (app) => {
  await visit(app);
  await app.site.down();
  await app.quiz();
  await app.finish();
});

journey('what is said once goes by itself', hosted(), async (app, page) => {
  await page.clock.install();
  await visit(app);
  await page.clock.runFor(10_000);
  await line(page, READY).waitFor({ state: 'detached' });
});

journey('a first visit to a host that answers wrongly keeps nothing', hosted(), async (app, page) => {
  app.site.spoil((path, response) => path.endsWith('/examiner_bg.wasm') && response.writeHead(200).end('Log in'));
  await app.open();
  await until(() => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())));
  assert.equal(await line(page, READY).count(), 0);
  app.site.spoil(undefined);
  await page.reload();
  await line(page, READY).waitFor();
});

journey('a host that leads to addresses without an end', hosted(), async (app, page) => {
  app.site.spoil((path, response) => {
    const [, start] = /^(.*\/)index\.html$/.exec(path) ?? [];
    return start && response.writeHead(301, { location: start }).end();
  });
  await visit(app);
  await app.site.down();
  await app.open();
  await page.goto(`${app.site.home}index`);
  await app.title.waitFor();
});

journey('modules get their type, which some hosts do not know', { ...hosted(), expected: /application\/wasm/ }, async (app, page) => {
  app.site.spoil((path, response) => {
    if (!path.endsWith('.wasm')) return false;
    const bytes = FIRST.get(path.slice('/a/b/'.length));
    return response.writeHead(200, { 'content-type': 'application/octet-stream', vary: '*' }).end(bytes);
  });
  await visit(app);
  const type = await page.evaluate(async () => (await fetch('./examiner_bg.wasm')).headers.get('content-type'));
  assert.equal(type, 'application/wasm');
});

journey('what is not its own goes to the network as it is', { ...hosted(), expected: /Failed to load|elsewhere/ }, async (app, page) => {
  await visit(app);
  app.site.seen();
  await page.evaluate(async (origin) => {
    await fetch('./offline.js');
    await fetch('./offline.js', { method: 'POST' });
    await fetch('./offline.js', { method: 'HEAD' });
    await fetch('./offline.js', { cache: 'reload', headers: { range: 'bytes=0-9' } });
    await fetch('./offline.js?other');
    await fetch('./not-listed.js');
    await fetch(`${origin}/elsewhere.js`);
  }, app.site.origin);
  const seen = app.site.seen().map(({ method, address }) => `${method} ${address}`);
  assert.deepEqual(seen.filter((request) => !request.endsWith('service_worker.js')), [
    'POST /a/b/offline.js',
    'HEAD /a/b/offline.js',
    'GET /a/b/offline.js',
    'GET /a/b/offline.js?other',
    'GET /a/b/not-listed.js',
    'GET /elsewhere.js',
  ]);
});

journey('what the browser has thrown away is fetched again', hosted(), async (app, page) => {
  await visit(app);
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  await app.open();
  await app.quiz();
  await app.site.down();
  await app.open();
  await app.quiz();
});

journey('articles beside the page are kept from when they are read', hosted({ '/a/b/': LARGE }), async (app, page) => {
  const read = (path) => page.evaluate(async (path) => (await fetch(path)).text(), path);
  const next = async (version) => {
    app.site.deploy(version);
    assert.equal(await update(page), 'installed');
    await reloads(page, () => reload(page).click());
  };
  await visit(app);
  assert.ok(!app.site.seen().some(({ address }) => address.includes('/articles/')));
  for (const [path, text] of [EBB, FLOOD]) assert.equal(await read(path), text);
  await next(withArticles(SECOND, EBB, NEW_FLOOD));
  await app.site.down();
  for (const [path, text] of [EBB, FLOOD]) assert.equal(await read(path), text);
  await assert.rejects(read(NEW_FLOOD[0]));
  await app.site.up();
  assert.equal(await read(NEW_FLOOD[0]), 'newer flood');

  await next(withArticles(THIRD, EBB, NEW_FLOOD));
  await app.site.down();
  for (const [path, text] of [EBB, NEW_FLOOD]) assert.equal(await read(path), text);
  const paths = page.evaluate(async () => (await (await caches.open('readback:/a/b/:later')).keys()).map(({ url }) => url));
  assert.deepEqual((await paths).sort(), [EBB, NEW_FLOOD].map(([path]) => app.site.home + path).sort());
});

journey('an article beside the page that is answered wrongly is not kept', hosted({ '/a/b/': LARGE }), async (app, page) => {
  const read = () => page.evaluate(async (path) => (await fetch(path)).text(), EBB[0]);
  await visit(app);
  app.site.spoil((path, response) => path.includes('/articles/') && response.writeHead(200).end('Log in'));
  assert.equal(await read(), 'Log in');
  app.site.spoil(undefined);
  assert.equal(await read(), 'ebb');
});

journey('a page of an article that is not kept leads to the app', hosted(), async (app, page) => {
  await visit(app);
  await app.read(TITLES[0]);
  const [, slug] = /read\/(.+)$/.exec(app.place);
  await app.site.down();
  await page.goto(`${app.site.home}read/${slug}.html?from=a+letter`);
  await page.getByRole('heading', { level: 1, name: TITLES[0] }).waitFor();
});

const DENIED = {
  'there are no workers': () => {
    delete Navigator.prototype.serviceWorker;
  },
  'no worker is allowed': () => {
    if (!self.ServiceWorkerContainer) return;
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('no'));
  },
  'workers may not be mentioned': () => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  },
};
for (const [what, prepare] of Object.entries(DENIED)) {
  journey(`a browser where ${what}`, { prepare, start: () => host({ '/': FIRST }) }, async (app, page) => {
    await app.open();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.getByText(READY).count(), 0);
    await app.quiz();
    assert.equal(await version(page), 'first');
  });
}

journey('a browser where storage is denied and workers are not', { ...hosted(), prepare: denied }, async (app, page) => {
  await app.open();
  await registered(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  assert.equal(await line(page, READY).count(), 0, 'it would be said every time');
  app.site.deploy(SECOND);
  assert.equal(await update(page), 'installed');
  await reloads(page, () => reload(page).click());
  assert.equal(await version(page), 'second');
});

journey('a page that is a file on a disk has no word to say of it', { expected: /file:|CORS|Failed to fetch/ }, async (app, page) => {
  await page.goto(new URL('../../dist/index.html', import.meta.url).href);
  await page.waitForFunction(() => document.querySelector('script[src$="offline.js"]'));
  await page.waitForLoadState('networkidle');
  assert.equal(await page.getByText(READY).count(), 0);
});

/** As for a library too large to be part of the page. */
function withArticles(version, ...articles) {
  return changed(version, Object.fromEntries(articles));
}

/** The path and the text of an article's file. */
function article(slug, text) {
  return [`articles/${slug}.${hash(text)}.json`, text];
}
