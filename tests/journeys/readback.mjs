// The page as its reader knows it: by the names of its controls, never by its markup.
import { TITLES } from './seeds.mjs';

/** Milliseconds to wait for what should come: a slow machine fails no test, only what never comes does. */
export const PATIENCE = 60_000;

export class Readback {
  constructor(page, site) {
    this.page = page;
    this.site = site;
    this.main = page.getByRole('main');
    this.title = this.main.getByRole('heading', { level: 1 });
    this.verdict = this.main.getByRole('status').filter({ hasText: /^(Correct|Not quite)/ });
    this.evidence = this.main.getByRole('link', { name: 'See it in the article' });
    this.options = this.main.getByRole('radio').or(this.main.getByRole('checkbox'));
    this.field = this.main.getByRole('textbox', { name: 'Your answer' });
    this.items = this.main.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Move (up|down)/ }) });
    this.result = this.main.getByRole('heading', { name: 'Result' });
    this.mark = this.main.getByRole('mark');
  }

  /** Opens an address, as from a bookmark. */
  async open(hash = '') {
    await this.page.goto('about:blank');
    await this.page.goto(this.site.home + hash);
    await this.stands();
  }

  /** Waits until the program has taken over from what the build wrote. */
  async stands() {
    await this.page.locator('#shell').waitFor({ state: 'detached' });
    await this.title.waitFor();
  }

  /** What stands after the `#`. */
  get place() {
    return new URL(this.page.url()).hash;
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Follows a link of the main navigation. */
  async go(name) {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    await this.title.waitFor();
  }

  get entries() {
    return this.main.getByRole('article');
  }

  /** The titles in the Library. */
  titles() {
    return this.entries.getByRole('link').allTextContents();
  }

  /** An article in the Library. */
  entry(title) {
    return this.entries.filter({ has: this.page.getByRole('link', { name: title, exact: true }) });
  }

  /** Types into the search of the Library. */
  search(words) {
    return this.page.getByRole('searchbox', { name: 'Search' }).fill(words);
  }

  /** Waits for the focus to come there. */
  focused(element) {
    return element.and(this.page.locator(':focus')).waitFor();
  }

  /** Opens an article from the Library. */
  async read(title) {
    await this.entry(title).getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  /** From the Library into the quiz of an article. */
  async quiz(title = TITLES[0]) {
    await this.read(title);
    await this.page.getByRole('link', { name: 'Quiz me' }).first().click();
    await this.asked();
  }

  /** Waits for a question that is not answered yet. */
  async asked() {
    await this.button('Check').waitFor();
    await this.options.or(this.field).or(this.items).first().waitFor();
  }

  /** The question on the page: the name of the group that its answer is in. */
  stem() {
    return this.main.locator('form').getByRole('group').first().locator('legend').textContent();
  }

  /** The items to be put in order, as they stand. */
  order() {
    return this.items.locator('.words').allTextContents();
  }

  /**
   * Chooses the option with that number, types something or moves the first item, as the question
   * asks, and checks; whether it was right.
   */
  async answer(number = 0) {
    await this.asked();
    if (await this.field.isVisible()) await this.field.fill('something');
    else if (await this.items.count()) await this.items.getByRole('button').first().click();
    else await this.options.nth(number).check();
    await this.button('Check').click();
    return this.judged();
  }

  /** Answers until a question has options to choose from. */
  async toOptions() {
    await this.asked();
    while (!(await this.options.count())) {
      await this.answer();
      await this.next();
    }
  }

  /** Answers until a question has a hint to give: of two options it would give the answer. */
  async toHint() {
    await this.toOptions();
    while (!(await this.button('Hint').isEnabled()) || (await this.options.count()) < 3) {
      await this.answer();
      await this.next();
      await this.toOptions();
    }
  }

  /** Whether the answer was right, once it is judged. */
  async judged() {
    await this.verdict.waitFor();
    return (await this.verdict.textContent()).startsWith('Correct');
  }

  /** Goes on, to the next question or the result. */
  async next() {
    await this.button('Next').click();
    await this.result.or(this.button('Check')).waitFor();
    await ((await this.result.isVisible()) ? this.ended() : this.asked());
  }

  /** Waits for the result, all of it: its list comes a moment after its score. */
  async ended() {
    await this.result.waitFor();
    await this.evidence.first().waitFor();
  }

  /** Answers to the end, each time the first option; the stems and how many were right. */
  async finish(answer = () => this.answer(), next = () => this.button('Next').click()) {
    const stems = [];
    let right = 0;
    while (!(await this.result.isVisible())) {
      await this.asked();
      stems.push(await this.stem());
      if (await answer()) right += 1;
      await next();
      await this.result.or(this.button('Check')).waitFor();
    }
    await this.ended();
    return { stems, right };
  }

  /** The score on the result page, as "N of M". */
  async score() {
    const [score] = (await this.main.textContent()).match(/\d+ of \d+/) ?? [];
    return score;
  }
}
