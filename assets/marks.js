// Highlights and notes in an article: paints what is marked, sees what is selected, opens a note. It
// knows characters and nothing else. Words, places in the text and what is stored are the tutor's, who
// writes the list at the end of the article, and with it, unseen, what is to be painted and the tools.
{
  const DRAFT = 'readback.draft';
  const UNTAKEN = 'input, textarea, select, [contenteditable], dialog';
  let told, reader, prose, bar, dialog, field;
  let data = { marks: [] };
  // What is painted where; the passage that is selected; the sentence that a key has selected; the
  // note being written, and the marks there were when it was sent.
  let painted = [];
  let held, picked, draft, sent, fading, opener;

  // The headings and paragraphs by their places.
  const blocks = () => {
    const all = new Map();
    prose.querySelectorAll(':scope > section').forEach((section, at) => {
      const heading = section.querySelector('h2');
      if (heading) all.set(`${at}.h`, heading);
      section.querySelectorAll('p, li, blockquote').forEach((block, of) => all.set(`${at}.${of}`, block));
    });
    return all;
  };

  const rangeOf = (block, start, end) => {
    const range = new Range();
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let at = 0;
    let begun = false;
    for (let text; (text = texts.nextNode()); at += text.length) {
      if (!begun && start < at + text.length) {
        range.setStart(text, start - at);
        begun = true;
      }
      if (begun && end <= at + text.length) {
        range.setEnd(text, end - at);
        return range;
      }
    }
  };

  const before = (block, node, offset) => {
    const range = new Range();
    range.selectNodeContents(block);
    range.setEnd(node, offset);
    return range.toString().length;
  };

  const paint = () => {
    const all = blocks();
    const place = (mark) => mark.at.map(([key, start, end]) => [all.get(key), start, end]);
    const ranges = (mark) => place(mark).map(([block, start, end]) => block && rangeOf(block, start, end));
    painted = data.marks.flatMap((mark) => ranges(mark).filter(Boolean).map((range) => ({ mark, range })));
    if (self.Highlight) CSS.highlights.set('mark', new Highlight(...painted.map(({ range }) => range)));
  };

  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return undefined;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(prose)) return undefined;
    let from, to;
    for (const [key, block] of blocks()) {
      if (!range.intersectsNode(block)) continue;
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const start = block.contains(startContainer) ? before(block, startContainer, startOffset) : 0;
      const end = block.contains(endContainer) ? before(block, endContainer, endOffset) : block.textContent.length;
      if (start >= end) continue;
      from ??= `${key}.${start}`;
      to = `${key}.${end}`;
    }
    return from && { from, to, exact: selection.toString().trim() };
  };

  const show = () => {
    const had = bar.contains(document.activeElement);
    held = selected();
    bar.lastElementChild.textContent = '';
    bar.hidden = !held;
    for (const button of bar.querySelectorAll('button')) button.hidden = false;
    if (!held) picked = undefined;
    if (had && !held) document.getElementById('content').focus({ preventScroll: true });
  };

  const release = () => {
    getSelection().removeAllRanges();
    show();
  };

  // What came of it is told below the list; here too, as that may be far away.
  const say = (text) => {
    clearTimeout(fading);
    if (dialog.open) {
      // A note that is kept closes the dialog at once.
      fading = setTimeout(() => (dialog.querySelector('[role=alert]').textContent = text), 400);
      return;
    }
    const { top, bottom } = told.nextElementSibling.getBoundingClientRect();
    if (!text || held || (top > 0 && bottom < innerHeight)) return;
    bar.lastElementChild.textContent = text;
    for (const button of bar.querySelectorAll('button')) button.hidden = true;
    bar.hidden = false;
    fading = setTimeout(show, 6000);
  };

  const send = (what, value) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.hidden = true;
    button.dataset.do = what;
    button.dataset.with = typeof value === 'string' ? value : JSON.stringify(value);
    told.append(button);
    button.click();
    button.remove();
  };

  const make = ({ from, to }, note) => {
    const chance = [...crypto.getRandomValues(new Uint32Array(2))];
    send('mark', { article: data.article, from, to, note, chance });
  };

  // What is being written outlives a reload, and a mistaken Escape.
  const keepDraft = (isOpen) => {
    draft.text = field.value;
    try {
      sessionStorage.setItem(DRAFT, JSON.stringify({ ...draft, article: data.article, isOpen }));
    } catch {
      // Then it does not.
    }
  };

  const kept = () => {
    try {
      const found = JSON.parse(sessionStorage.getItem(DRAFT));
      return found?.article === data.article ? found : undefined;
    } catch {
      return undefined;
    }
  };

  const open = (about) => {
    const before = kept();
    const isSame = before && before.id === about.id && before.from === about.from && before.to === about.to;
    draft = isSame ? before : about;
    sent = undefined;
    opener = document.activeElement.id;
    dialog.querySelector('blockquote').textContent = draft.exact;
    dialog.querySelector('[role=alert]').textContent = '';
    dialog.querySelector('[data-tool=unmark]').hidden = !draft.id;
    field.value = draft.text ?? draft.note;
    dialog.showModal();
    field.focus();
  };

  const close = () => {
    draft = sent = undefined;
    clearTimeout(fading);
    try {
      sessionStorage.removeItem(DRAFT);
    } catch {
      // Nothing was kept.
    }
    if (dialog.open) dialog.close();
  };

  const save = () => {
    if (draft.id && field.value.trim() === draft.note) return close();
    sent = new Map(data.marks.map(({ id, changed }) => [id, changed]));
    keepDraft(true);
    if (draft.id) send('note', { id: draft.id, changed: draft.changed, note: field.value });
    else make(draft, field.value);
  };

  const tools = {
    mark: () => {
      make(held, '');
      release();
    },
    note: () => {
      const about = { ...held, note: '' };
      release();
      open(about);
    },
    copy: () => {
      navigator.clipboard?.writeText(held.exact).then(release, () => {});
    },
    save,
    cancel: close,
    unmark: () => {
      const { id } = draft;
      close();
      send('unmark', id);
    },
  };

  const use = ({ target }) => tools[target.closest('[data-tool]')?.dataset.tool]?.();

  // The tools are taken out of the list once: it is written anew, and they stay.
  const adopt = (template) => {
    if (bar) return template.replaceChildren();
    [bar, dialog] = template.children;
    field = dialog.querySelector('textarea');
    bar.hidden = true;
    bar.addEventListener('pointerdown', (event) => event.preventDefault());
    bar.addEventListener('click', use);
    dialog.addEventListener('click', use);
    dialog.addEventListener('input', () => keepDraft(true));
    dialog.addEventListener('cancel', () => keepDraft(false));
    // The button that opened it may have been written anew.
    dialog.addEventListener('close', () => {
      const { activeElement: now, body } = document;
      if (now === body || dialog.contains(now)) document.getElementById(opener)?.focus();
    });
    dialog.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    });
    reader.append(bar, dialog);
  };

  const listen = () => {
    const value = told.querySelector('data')?.value;
    if (!value) return;
    const isFirst = !bar;
    adopt(told.querySelector('template'));
    data = JSON.parse(value);
    paint();
    if (sent && data.marks.some(({ id, changed }) => sent.get(id) !== changed)) close();
    const before = isFirst && kept();
    if (before?.isOpen) open(before);
  };

  const tap = ({ target, clientX: x, clientY: y }) => {
    if (!self.Highlight || !getSelection().isCollapsed || target.closest('a, button, input, label, summary')) return;
    const isHit = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
    const hit = painted.findLast(({ range }) => [...range.getClientRects()].some(isHit));
    if (hit) open(hit.mark);
  };

  const sentences = (block) => {
    const text = block.textContent;
    const segmenter = new Intl.Segmenter(reader.lang || 'en', { granularity: 'sentence' });
    const parts = [...segmenter.segment(text)].map(({ segment, index }) => [index, index + segment.trimEnd().length]);
    return parts.filter(([start, end]) => start < end).map(([start, end]) => rangeOf(block, start, end));
  };

  // Selects the sentence in the upper part of the window, or the next one after that, or before.
  const pick = (by) => {
    const all = [...blocks().values()].flatMap(sentences);
    const isBelow = (range) => range.getBoundingClientRect().bottom > innerHeight * 0.3;
    const at = by ? picked + by : all.findIndex(isBelow);
    const range = all[Math.min(Math.max(at, 0), all.length - 1)];
    if (!range) return;
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    show();
    picked = all.indexOf(range);
    range.startContainer.parentElement.scrollIntoView({ block: 'nearest' });
  };

  const keys = {
    m: () => (held ? tools.mark() : pick()),
    n: () => {
      if (!held) pick();
      if (held) tools.note();
    },
    Escape: () => !bar.hidden && release(),
    ArrowDown: () => pick(1),
    ArrowUp: () => pick(-1),
  };

  const areOff = () => {
    try {
      return JSON.parse(localStorage.getItem('readback.preferences')).keys === 'off';
    } catch {
      return false;
    }
  };

  const press = (event) => {
    const { key, target } = event;
    if (!bar?.isConnected || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!Object.hasOwn(keys, key) || target.closest?.(UNTAKEN)) return;
    if (key.startsWith('Arrow') && picked === undefined) return;
    if (key !== 'Escape' && areOff()) return;
    if (key !== 'Escape') {
      event.preventDefault();
      show();
    }
    keys[key]();
  };

  const repaint = new MutationObserver(() => data && paint());
  const relisten = new MutationObserver(listen);
  const resay = new MutationObserver(() => bar && say(told.nextElementSibling.textContent));

  // An article comes and goes with its list.
  const follow = () => {
    const now = document.getElementById('marks');
    if (now === told) return;
    for (const watch of [repaint, relisten, resay]) watch.disconnect();
    if (self.Highlight) CSS.highlights.delete('mark');
    told = now;
    reader = told?.closest('.reader');
    bar = dialog = held = picked = draft = sent = undefined;
    if (!reader) return;
    prose = reader.querySelector('.prose');
    prose.addEventListener('click', tap);
    told.addEventListener('click', ({ target }) => {
      const id = target.closest('[data-note]')?.dataset.note;
      if (id) open(data.marks.find((mark) => mark.id === id));
    });
    repaint.observe(prose, { childList: true, subtree: true, characterData: true });
    relisten.observe(told, { childList: true });
    resay.observe(told.nextElementSibling, { childList: true, subtree: true, characterData: true });
    listen();
  };

  let settling;
  document.addEventListener('selectionchange', () => {
    clearTimeout(settling);
    settling = setTimeout(() => bar?.isConnected && !dialog.open && (selected() || held) && show(), 100);
  });
  document.addEventListener('keydown', press);
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
  follow();
}
