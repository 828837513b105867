// The page on hosts of every kind: it starts, an article is read, and a quiz asks.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { typeOf } from './site.mjs';
import { TITLES } from './seeds.mjs';

// What a build without esbuild says where a host does not know WebAssembly, before it goes on.
const SLOWER = /Falling back to `WebAssembly\.instantiate`/;

const HOSTS = {
  'at the root': { folder: '/' },
  'in a folder of a folder': { folder: '/a/b/' },
  'with copies by gzip': { encodings: ['gzip'] },
  'with copies by brotli': { encodings: ['br', 'gzip'] },
  'that does not know WebAssembly': {
    type: (file) => (file.endsWith('.wasm') ? 'application/octet-stream' : typeOf(file)),
  },
  'that takes scripts for plain text': {
    type: (file) => (/\.(wasm|js)$/.test(file) ? 'text/plain' : typeOf(file)),
  },
  'that gives no type at all': { type: () => undefined },
};

for (const [name, host] of Object.entries(HOSTS)) {
  journey(`a host ${name}`, { host, expected: SLOWER }, async (app) => {
    await app.open();
    await app.quiz();
    await app.answer();
    const place = app.place;
    await app.open(place);
    await app.judged();
    await app.open();
    await app.entry(TITLES[0]).getByText('quizzed').waitFor();
  });
}

journey('it can be installed', {}, async (app, page, context) => {
  await app.open();
  const browser = await context.newCDPSession(page);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  // Every reader of a journey reads in private.
  const errors = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  assert.deepEqual(errors, []);
  const read = await browser.send('Page.getAppManifest');
  assert.deepEqual(read.errors, []);
  const { icons, screenshots, start_url, scope } = JSON.parse(read.data);
  for (const address of [start_url, scope]) assert.equal(new URL(address, read.url).href, app.site.home);
  for (const { src, sizes, type } of [...icons, ...screenshots].filter(({ type }) => type === 'image/png')) {
    const size = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, read.url).href);
    assert.deepEqual([src, size, type], [src, sizes, 'image/png']);
  }
});

for (const [name, folder] of [['at the root', '/'], ['below a folder', '/a/b/']]) {
  journey(`an address that leads nowhere, ${name}`, { host: { folder }, expected: /404/ }, async (app, page) => {
    await page.goto(`${app.site.home}not/here/either.html`);
    await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    const link = page.getByRole('link', { name: 'Library' });
    await page.waitForFunction((home) => document.querySelector('a').href === home, app.site.home);
    await link.click();
    await app.entry(TITLES[0]).waitFor();
    assert.equal(page.url(), app.site.home);
  });
}
