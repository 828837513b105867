// Being somewhere in an article: the section, progress, minutes left, the place that is kept, keys,
// and reading aloud. Asked for once an article is open; what it says, the tutor has written into the
// bar beneath the article, with data for it, and what is to be kept goes back by that bar's buttons.
{
  const BLOCKS = '.prose > section > :is(h2, p, blockquote), .prose > section > ul > li';
  const DWELL = 1500;
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const isHeading = (block) => block.tagName === 'H2';
  const still = matchMedia('(prefers-reduced-motion: reduce)');

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
    if (!reader?.isConnected) return;
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
    if (reading?.slug !== slug() || isLookedUp() || moved) return;
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

  // -- Reading aloud

  const speech = self.speechSynthesis;
  let sentences = [];
  let spoken = -1;
  // None of its own: "" is silence, else "on" or "paused".
  let phase = '';
  let utterance;
  let guard;
  let voices = [];

  const listSentences = () => {
    sentences = blocks.flatMap((block) => {
      const ends = told.sentences[paragraphs.indexOf(block)] ?? [block.textContent.length];
      return ends.map((end, index) => ({ block, start: ends[index - 1] ?? 0, end }));
    });
  };

  const listVoices = () => {
    const box = find('voice');
    if (!speech || !box) return;
    const isOurs = ({ lang }) => lang.toLowerCase().startsWith(prose.lang);
    const all = speech.getVoices();
    const local = all.filter((voice) => voice.localService);
    voices = [...local.filter(isOurs), ...local.filter((voice) => !isOurs(voice))];
    const online = all.filter((voice) => !voice.localService && isOurs(voice));
    const chosen = box.value;
    const option = (voice) => new Option(`${voice.name} (${voice.lang})`, voice.voiceURI);
    const group = document.createElement('optgroup');
    group.label = box.dataset.online;
    group.append(...online.map(option));
    box.replaceChildren(...voices.map(option), ...(online.length ? [group] : []));
    voices.push(...online);
    if (voices.some((voice) => voice.voiceURI === chosen)) box.value = chosen;
    // Without a voice of this device nothing is sent anywhere until one is chosen.
    else if (!local.length) box.selectedIndex = -1;
    find('speech').hidden = !voices.length;
  };

  const voice = () => voices.find(({ voiceURI }) => voiceURI === find('voice').value);

  const range = ({ block, start, end }) => {
    const range = new Range();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const after = before + node.length;
      if (!begun && start < after) {
        range.setStart(node, start - before);
        begun = true;
      }
      if (begun && end <= after) {
        range.setEnd(node, end - before);
        break;
      }
      if (begun) range.setEnd(node, node.length);
      before = after;
    }
    return range;
  };

  const isInView = (index) => {
    if (!sentences[index]) return true;
    const { top, bottom } = range(sentences[index]).getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  const mark = () => {
    if (!CSS.highlights) return;
    CSS.highlights.delete('spoken');
    if (phase) CSS.highlights.set('spoken', new Highlight(range(sentences[spoken])));
  };

  const follow = () => {
    const { top, bottom } = range(sentences[spoken]).getBoundingClientRect();
    if (top > innerHeight * 0.1 && bottom < innerHeight * 0.8) return;
    moved = true;
    scrollBy({ top: top - fixedLine(), behavior: still.matches ? 'instant' : 'smooth' });
  };

  const dress = () => {
    const button = find('aloud');
    if (!button) return;
    const says = button.dataset[phase || 'off'];
    if (button.textContent !== says) button.textContent = says;
    find('voices').hidden = !phase;
  };

  const quiet = () => {
    clearTimeout(guard);
    if (utterance) utterance.onend = utterance.onerror = null;
    utterance = undefined;
    speech?.cancel();
  };

  const hush = () => {
    if (!phase) return;
    quiet();
    phase = '';
    mark();
    dress();
  };

  // A sentence at a time: some browsers fall silent in the midst of a long text, and do not say so.
  const say = () => {
    quiet();
    const sentence = sentences[spoken];
    if (!sentence) return hush();
    mark();
    const text = sentence.block.textContent.slice(sentence.start, sentence.end).trim();
    const rate = find('speed').value / 100;
    const now = new SpeechSynthesisUtterance(text);
    utterance = now;
    now.voice = voice();
    now.lang = now.voice.lang;
    now.rate = rate;
    const next = () => {
      if (utterance === now) go(1);
    };
    now.onend = next;
    now.onerror = hush;
    guard = setTimeout(next, 6000 + (text.length * 200) / rate);
    // Some browsers lose what is said in the same turn as what was broken off.
    setTimeout(() => utterance === now && speech.speak(now));
  };

  const go = (by) => {
    const wasInView = isInView(spoken);
    spoken = Math.max(0, spoken + by);
    if (!sentences[spoken]) return hush();
    // Who has gone to look at something else is left there.
    if (wasInView) follow();
    if (phase === 'on') say();
    else mark();
  };

  const aloud = () => {
    if (!voices.length || find('speech').hidden) return;
    if (!voice()) {
      find('voices').hidden = false;
      find('voice').focus();
      return;
    }
    if (phase === 'on') {
      phase = 'paused';
      quiet();
    } else {
      if (!phase) spoken = sentences.findIndex(({ block }) => block === blocks[scrollY ? at(blocks, fixedLine()) : 0]);
      phase = 'on';
      follow();
      say();
    }
    dress();
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
    p: aloud,
    '.': () => phase && go(1),
    ',': () => phase && go(-1),
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
    listSentences();
    listVoices();
    if (!first && find('resume')) find('resume').hidden = true;
    dress();
    show();
  };
  let heard;

  const open = (found) => {
    hush();
    clearTimeout(timer);
    sizes.disconnect();
    [reader, told, heard, anchor, setting, kept, moved, spoken] = [found, undefined, undefined, undefined, undefined, undefined, false, -1];
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
  addEventListener('pagehide', () => {
    if (timer) keep();
    hush();
  });
  addEventListener('hashchange', () => {
    if (isLookedUp()) moved = false;
  });
  document.addEventListener('click', (event) => {
    if (event.target.id === 'aloud') aloud();
    else if (event.target.id === 'hush') hush();
    else resume(event);
  });
  document.addEventListener('change', ({ target }) => {
    if (phase === 'on' && (target.id === 'voice' || target.id === 'speed')) say();
  });
  speech?.addEventListener?.('voiceschanged', () => told && listVoices());
  look();
}
