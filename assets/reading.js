// Being somewhere in an article: the section, progress, minutes left, the place that is kept, keys.
// Asked for once an article is open. What it says, the tutor has written into the bar beneath the
// article, with data for it; what is to be kept goes back by a button of that bar.

// The characters of a block from one offset to another, as the two other scripts of an article ask for
// them too; as many as there are.
const rangeOf = (block, start, end) => {
  const range = new Range();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let text; (text = texts.nextNode()) && at < end; at += text.length) {
    if (start >= at && start < at + text.length) range.setStart(text, start - at);
    if (start < at + text.length) range.setEnd(text, Math.min(end - at, text.length));
  }
  return range;
};

{
  const BLOCKS = '.prose > section > :is(h2, p, blockquote), .prose > section > ul > li';
  const DWELL = 1500;
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const isHeading = (block) => block.tagName === 'H2';

  let reader;
  let prose;
  let blocks = [];
  let paragraphs = [];
  // What the tutor told, and whether the reader has moved since the article was opened.
  let told;
  let moved = false;
  let timer;
  let frame;
  // The block at the fixed line, and how much of it is above: kept when the text is set anew.
  let anchor;
  let setting;

  // -- Where the reader is

  const top = (block) => block.getBoundingClientRect().top;
  const bottom = (block) => block.getBoundingClientRect().bottom;
  const fixedLine = () => innerHeight / 4;

  // Goes down the view near the end, so that the last paragraphs come to it too.
  const line = () => {
    const rest = Math.max(0, bottom(prose) - innerHeight);
    return fixedLine() + Math.max(0, (innerHeight * 3) / 4 - rest);
  };

  // The first of them that ends below that height, or the last.
  const at = (list, height) => {
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bottom(list[middle]) > height) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const place = () => (bottom(prose) <= innerHeight ? paragraphs.length - 1 : at(paragraphs, line()));

  const heads = () => blocks.filter((block) => isHeading(block) && block.id);

  const markSection = (paragraph) => {
    const section = paragraphs[paragraph]?.closest('section');
    const here = section?.querySelector('h2')?.id;
    for (const link of reader.querySelectorAll('.contents a')) {
      link.ariaCurrent = here && decodeURI(link.hash) === `#${here}` ? 'location' : null;
    }
  };

  const show = () => {
    frame = undefined;
    if (!reader?.isConnected || !paragraphs.length) return;
    const paragraph = place();
    const isEnd = bottom(prose) <= innerHeight;
    markSection(paragraph);
    if (!told) return;
    const room = prose.offsetHeight - (innerHeight - fixedLine());
    const share = isEnd || room <= 0 ? 1 : (fixedLine() - top(prose)) / room;
    find('so-far').value = Math.round(100 * Math.min(1, Math.max(0, share)));
    const resume = find('resume');
    if (resume && moved) resume.hidden = true;
    const left = find('left');
    const says = told.left[isEnd ? paragraphs.length : paragraph];
    if (left.textContent !== says) left.textContent = says;
    left.hidden = resume !== null && !resume.hidden;
  };

  const showSoon = () => {
    frame ??= requestAnimationFrame(show);
  };

  // -- The place that is kept

  // Where words were looked up, nobody has read on before going further than ever.
  const isLookedUp = () => /\?at=[^.]*\./.test(location.hash);

  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!told || !moved || !reader.isConnected) return;
    const paragraph = place();
    history.replaceState({ ...history.state, reading: { slug: told.slug, ...anchor } }, '');
    if (isLookedUp() && paragraph <= (told.furthest ?? -1)) return;
    const what = `${told.slug} ${paragraph}`;
    const button = find('place');
    if (!button || what === kept) return;
    kept = what;
    button.dataset.with = what;
    button.click();
  };
  let kept;

  const onScroll = () => {
    if (!reader?.isConnected || !blocks.length) return;
    showSoon();
    // In between, it is not yet what the reader had in view.
    if (setting !== typeset()) return;
    const block = at(blocks, fixedLine());
    const { top, height } = blocks[block].getBoundingClientRect();
    anchor = { block, above: (fixedLine() - top) / (height || 1) };
    if (!moved) return;
    clearTimeout(timer);
    timer = setTimeout(keep, DWELL);
  };

  const typeset = () => prose && `${prose.clientWidth} ${getComputedStyle(prose).font}`;

  const goTo = ({ block, above }) => {
    const element = blocks[block];
    if (!element) return;
    const { top, height } = element.getBoundingClientRect();
    const by = top + height * Math.min(1, above) - fixedLine();
    if (Math.abs(by) > 2) scrollBy({ top: by, behavior: 'instant' });
  };

  const sizes = new ResizeObserver(() => {
    if (setting && setting !== typeset() && anchor) goTo(anchor);
    setting = typeset();
    onScroll();
  });

  // After a reload or on the way back: the same paragraph, at the same height.
  const goBack = () => {
    const { reading } = history.state ?? {};
    if (!reading || reading.slug !== slug() || isLookedUp() || moved) return;
    goTo(reading);
    moved = true;
  };

  const resume = (event) => {
    const link = event.target.closest?.('#resume');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const block = paragraphs[link.dataset.paragraph];
    if (!block) return;
    const before = blocks[blocks.indexOf(block) - 1];
    const to = before && isHeading(before) ? before : block;
    goTo({ block: blocks.indexOf(to), above: 0 });
    to.tabIndex = -1;
    to.focus({ preventScroll: true });
    link.hidden = true;
  };

  // -- Keys

  const section = (by) => {
    const all = heads();
    const from = fixedLine() + 1;
    const next = by > 0 ? all.find((head) => top(head) > from) : all.findLast((head) => bottom(head) < 0);
    const to = next ?? (by < 0 ? reader.querySelector('h1') : undefined);
    if (!to) return;
    moved = true;
    to.focus({ preventScroll: true });
    scrollBy({ top: top(to) - (by < 0 && !next ? innerHeight : fixedLine()), behavior: 'instant' });
  };

  const article = (slug) => {
    if (slug) location.hash = `#/read/${slug}`;
  };

  const KEYS = {
    j: () => section(1),
    k: () => section(-1),
    J: () => article(told.after),
    K: () => article(told.before),
    p: () => tell('aloud', 0),
    '.': () => tell('aloud', 1),
    ',': () => tell('aloud', -1),
  };

  const isField = (element) =>
    element.isContentEditable || (element.matches?.('textarea, select, input') && !/^(radio|checkbox|button|submit)$/.test(element.type));

  const onKey = (event) => {
    const { key, target } = event;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat && !event.isComposing;
    if (!told || !reader.isConnected || !isPlain || event.defaultPrevented || !Object.hasOwn(KEYS, key)) return;
    if (root.dataset.keys === 'off' || isField(target) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    KEYS[key]();
  };

  // -- Beginning and end

  // To `aloud.js`, which is asked for where the browser can speak.
  const tell = (name, detail) => dispatchEvent(new CustomEvent(name, { detail }));

  const tellArticle = () => tell('article', told && { prose, blocks, paragraphs, told });

  // The edition in one file has them already.
  const load = (name, then) => {
    if (find('edition')) return;
    const script = document.createElement('script');
    script.src = `./${name}`;
    script.onload = then;
    document.head.append(script);
  };

  let asked = !self.speechSynthesis;
  const askForAloud = () => {
    if (!asked) load('aloud.js', tellArticle);
    asked = true;
  };

  const slug = () => /^#\/read\/([\w-]+)/.exec(location.hash)?.[1];

  // The bar may be written anew at any time.
  const listen = () => {
    const data = find('reading-data');
    const isNew = data && data !== heard;
    heard = data;
    if (!isNew) return;
    const first = !told;
    told = JSON.parse(data.value);
    if (told.slug !== slug() || told.sentences.length !== paragraphs.length) {
      told = undefined;
      return;
    }
    if (!first && find('resume')) find('resume').hidden = true;
    askForAloud();
    tellArticle();
    show();
  };
  let heard;

  const open = (found) => {
    clearTimeout(timer);
    sizes.disconnect();
    [reader, told, heard, anchor, setting, kept, moved] = [found];
    tellArticle();
    if (!reader) return;
    prose = reader.querySelector('.prose');
    blocks = [...reader.querySelectorAll(BLOCKS)].filter((block) => !block.matches('.checkpoint'));
    paragraphs = blocks.filter((block) => !isHeading(block));
    sizes.observe(prose);
    // After the program has gone to the top of the page.
    requestAnimationFrame(() => requestAnimationFrame(() => reader === found && goBack()));
  };

  const look = () => {
    const found = document.querySelector('.reader');
    if (found !== reader) open(found);
    if (reader) listen();
  };

  const onMove = () => {
    moved = true;
  };

  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  addEventListener('scroll', onScroll, { passive: true });
  for (const name of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    addEventListener(name, onMove, { passive: true, capture: true });
  }
  document.addEventListener('keydown', onKey);
  document.addEventListener('visibilitychange', () => document.hidden && timer && keep());
  addEventListener('pagehide', () => timer && keep());
  addEventListener('hashchange', () => {
    if (isLookedUp()) moved = false;
  });
  document.addEventListener('click', resume);
  load('marks.js');
  look();
}
