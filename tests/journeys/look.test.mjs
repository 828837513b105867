// Every page, at every width and in both colour schemes.
import assert from 'node:assert/strict';
import { journey } from './journey.mjs';
import { VIEWS, look } from './look.mjs';

for (const { name, context } of VIEWS) {
  journey(`every page ${name}`, { context }, async (app) => {
    await app.open();
    await look(app, 'Library');
    await app.quiz();
    await look(app, 'quiz, asked');
    await app.answer();
    await look(app, 'quiz, judged');
    await app.evidence.click();
    await app.mark.first().waitFor();
    await look(app, 'article');
    await app.page.goBack();
    await app.verdict.waitFor();
    await app.next();
    await app.finish();
    await look(app, 'result');
    for (const page of ['Review', 'Progress', 'Settings', 'Library']) {
      await app.go(page);
      await look(app, page);
    }
    await app.open('#/nowhere');
    await look(app, 'unknown address');
  });
}

journey('the two colour schemes differ', { context: { colorScheme: 'dark' } }, async (app, page) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await app.open();
  const dark = await paper();
  await page.emulateMedia({ colorScheme: 'light' });
  assert.notEqual(await paper(), dark);
});
