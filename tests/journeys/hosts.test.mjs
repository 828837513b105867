// The page on hosts of every kind: it starts, an article is read, and a quiz asks.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { typeOf } from './site.mjs';
import { TITLES } from './seeds.mjs';

// What Chromium says when a host does not know WebAssembly, and then goes on.
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
  journey(`a host ${name}`, { host, expected: SLOWER }, async (app, page) => {
    await app.open();
    await app.quiz();
    await app.answer();
    const place = app.place;
    await app.open(place);
    await app.asked();
    await app.open();
    await page.getByText(/^(quizzed|Last)/).first().waitFor();
  });
}

for (const [name, folder] of [['at the root', '/'], ['below a folder', '/a/b/']]) {
  journey(`an address that leads nowhere, ${name}`, { host: { folder }, expected: /404/ }, async (app, page) => {
    await page.goto(`${app.site.home}not/here/either.html`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    const link = page.getByRole('link', { name: 'Library' });
    await page.waitForFunction((home) => document.querySelector('a').href === home, app.site.home);
    await link.click();
    await app.entry(TITLES[0]).waitFor();
    assert.equal(page.url(), app.site.home);
  });
}
