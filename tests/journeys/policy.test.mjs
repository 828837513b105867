// What the page's own policy forbids, to the page and to its worker.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { journey } from './journey.mjs';

const FORBIDDEN = /Content Security Policy|Failed to fetch|elsewhere/i;

journey('nothing is sent to another place, nor run that is not its own', { expected: FORBIDDEN }, async (app, page) => {
  await app.open();
  await app.quiz();
  const [worker] = page.workers();
  assert.ok(worker, 'the questions come from a worker');
  const heard = [];
  const elsewhere = createServer((request, response) => {
    heard.push(request.url);
    response.end();
  });
  await new Promise((listening) => elsewhere.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${elsewhere.address().port}/elsewhere`;
  try {
    for (const [name, place] of Object.entries({ page, worker })) {
      assert.equal(await place.evaluate(send, address), 'refused', name);
      assert.equal(await place.evaluate(run), 'refused', name);
    }
    await page.evaluate(leak, address);
    await page.waitForTimeout(300);
    assert.deepEqual(heard, []);
  } finally {
    elsewhere.close();
  }
});

function send(address) {
  return fetch(address, { mode: 'no-cors' }).then(
    () => 'sent',
    () => 'refused',
  );
}

/** Not at once: what a test itself runs may do more. */
function run() {
  const make = () => {
    try {
      return new Function('return "run"')();
    } catch {
      return 'refused';
    }
  };
  return new Promise((tell) => setTimeout(() => tell(make())));
}

/** Other ways out. */
function leak(address) {
  new Image().src = address;
  navigator.sendBeacon(address, 'score');
  const form = Object.assign(document.createElement('form'), { action: address });
  const script = Object.assign(document.createElement('script'), { src: address });
  const inline = Object.assign(document.createElement('script'), { textContent: `fetch('${address}')` });
  const style = Object.assign(document.createElement('style'), { textContent: `body { background: url(${address}) }` });
  document.body.append(form, script, inline, style);
  form.submit();
}
