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

  const before = (block, node, offset) => {
    const range = new Range();
    range.selectNodeContents(block);
    range.setEnd(node, offset);
    return range.toString().length;
  };

  const paint = () => {
    const all = blocks();
    const isHere = ([key]) => all.has(key);
    const piece = ([key, start, end]) => rangeOf(all.get(key), start, end);
    const pieces = (mark) => mark.at.filter(isHere).map(piece);
    painted = data.marks.flatMap((mark) => pieces(mark).map((range) => ({ mark, range })));
    if (self.Highlight) CSS.highlights.set('mark', new Highlight(...painted.map(({ range }) => range)));
  };

  const selected = () => {
    const selection = getSelection();
    const range = selection.isCollapsed ? undefined : selection.getRangeAt(0);
    let from, to;
    if (!range?.intersectsNode(prose)) return undefined;
    for (const [key, block] of blocks()) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const start = block.contains(startContainer) ? before(block, startContainer, startOffset) : 0;
      const end = block.contains(endContainer) ? before(block, endContainer, endOffset) : block.textContent.length;
      if (start >= end || !range.intersectsNode(block)) continue;
      from ??= `${key}.${start}`;
      to = `${key}.${end}`;
    }
    return from && { from, to, exact: selection.toString().trim() };
  };

  const offer = (are) => bar.querySelectorAll('button').forEach((button) => (button.hidden = !are));

  const show = () => {
    const had = bar.contains(document.activeElement);
    held = selected();
    bar.lastElementChild.textContent = '';
    bar.hidden = !held;
    offer(true);
    if (!held) picked = undefined;
    if (had && !held) document.getElementById('content').focus({ preventScroll: true });
  };

  const release = () => {
    getSelection().removeAllRanges();
    show();
  };

  const alertWith = (text) => (dialog.querySelector('[role=alert]').textContent = text);

  // What came of it is told below the list; here too, as that may be far away.
  const say = (text) => {
    clearTimeout(fading);
    // A note that is kept closes the dialog at once.
    if (dialog.open) return void (fading = setTimeout(() => alertWith(text), 400));
    const { top, bottom } = told.nextElementSibling.getBoundingClientRect();
    if (!text || held || (top > 0 && bottom < innerHeight)) return;
    bar.lastElementChild.textContent = text;
    offer(false);
    bar.hidden = false;
    fading = setTimeout(show, 6000);
  };

  const send = (what, value) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', hidden: true });
    Object.assign(button.dataset, { do: what, with: typeof value === 'string' ? value : JSON.stringify(value) });
    told.append(button);
    button.click();
    button.remove();
  };

  const make = ({ from, to }, note) => {
    const chance = [...crypto.getRandomValues(new Uint32Array(2))];
    send('mark', { article: data.article, from, to, note, chance });
  };

  // What is being written outlives a reload, and a mistaken Escape, where the browser stores at all.
  const stored = (use) => {
    try {
      return use();
    } catch {
      return undefined;
    }
  };

  const keepDraft = (isOpen) => {
    draft.text = field.value;
    stored(() => sessionStorage.setItem(DRAFT, JSON.stringify({ ...draft, article: data.article, isOpen })));
  };

  const kept = () => {
    const found = stored(() => JSON.parse(sessionStorage.getItem(DRAFT)));
    return found?.article === data.article ? found : undefined;
  };

  const open = (about) => {
    const last = kept();
    draft = ['id', 'from', 'to'].every((key) => last?.[key] === about[key]) ? last : about;
    sent = undefined;
    opener = document.activeElement.id;
    dialog.querySelector('blockquote').textContent = draft.exact;
    alertWith('');
    dialog.querySelector('[data-tool=unmark]').hidden = !draft.id;
    field.value = draft.text ?? draft.note;
    dialog.showModal();
    field.focus();
  };

  const close = () => {
    draft = sent = undefined;
    clearTimeout(fading);
    stored(() => sessionStorage.removeItem(DRAFT));
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
    mark: () => (make(held, ''), release()),
    note: (about = { ...held, note: '' }) => (release(), open(about)),
    copy: () => navigator.clipboard?.writeText(held.exact).then(release, () => {}),
    save,
    cancel: close,
    unmark: () => {
      const { id } = draft;
      close();
      send('unmark', id);
    },
  };

  // The last change of the selection may not have been looked at yet.
  const use = ({ target }) => ((held = selected() ?? held), tools[target.closest('[data-tool]')?.dataset.tool]?.());

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
    const last = isFirst && kept();
    if (last?.isOpen) open(last);
    // What was selected before there was anything to do with it.
    else if (isFirst && selected()) show();
  };

  const tap = ({ target, clientX: x, clientY: y }) => {
    if (!self.Highlight || !getSelection().isCollapsed || target.closest('a, button, input, label, summary')) return;
    const isHit = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
    const hit = painted.findLast(({ range }) => [...range.getClientRects()].some(isHit));
    if (hit) open(hit.mark);
  };

  const sentences = (block) => {
    const segmenter = new Intl.Segmenter(prose.lang || 'en', { granularity: 'sentence' });
    const range = ({ segment, index }) => rangeOf(block, index, index + segment.trimEnd().length);
    return [...segmenter.segment(block.textContent)].map(range).filter(String);
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
    n: () => (held || pick(), held && tools.note()),
    Escape: () => !bar.hidden && release(),
    ArrowDown: () => pick(1),
    ArrowUp: () => pick(-1),
  };

  const press = (event) => {
    const { key, target } = event;
    const isHeld = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (!bar?.isConnected || event.defaultPrevented || isHeld || target.closest?.(UNTAKEN)) return;
    if (!Object.hasOwn(keys, key) || (key.startsWith('Arrow') && picked === undefined)) return;
    if (key === 'Escape') return void keys.Escape();
    if (document.documentElement.dataset.keys === 'off') return;
    event.preventDefault();
    show();
    keys[key]();
  };

  const repaint = new MutationObserver(paint);
  const relisten = new MutationObserver(listen);
  const resay = new MutationObserver(() => bar && say(told.nextElementSibling.textContent));

  // An article comes and goes with its list.
  const follow = () => {
    const now = document.getElementById('marks');
    if (now === told) return;
    for (const watch of [repaint, relisten, resay]) watch.disconnect();
    clearTimeout(fading);
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
