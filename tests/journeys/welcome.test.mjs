// The first visit: what this is, said once.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { look, VIEWS } from './look.mjs';

const welcome = (page) => page.getByRole('complementary', { name: /see what stayed with you/ });

journey('the first visit is told what this is, and never again', {}, async (app, page) => {
  await app.open();
  await welcome(page).waitFor();
  await app.button('Got it').click();
  await welcome(page).waitFor({ state: 'hidden' });
  await app.focused(app.title);
  await app.open();
  assert.equal(await welcome(page).isVisible(), false);
});

journey('who reads on at once is not told again either', {}, async (app, page) => {
  await app.open();
  await welcome(page).waitFor();
  await app.read((await app.titles())[0]);
  assert.equal(await welcome(page).isVisible(), false);
  await app.go('Library');
  assert.equal(await welcome(page).isVisible(), false);
  await app.open();
  assert.equal(await welcome(page).isVisible(), false);
});

journey('a link to an article leads to the article alone', {}, async (app, page) => {
  await app.open('#/settings');
  assert.equal(await welcome(page).isVisible(), false);
});

for (const { name, context } of VIEWS) {
  journey(`the first sight is for everybody ${name}`, { context }, async (app, page) => {
    await app.open();
    await welcome(page).waitFor();
    await look(app, 'first visit');
    assert.ok((await welcome(page).boundingBox()).height < 400);
  });
}
