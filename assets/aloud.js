// Reads an article aloud with the browser's speech. Apart from `reading.js`, which says which article
// is open and asks for this where a browser can speak; the bar's controls are shown where it has voices.
{
  const speech = self.speechSynthesis;
  const find = (id) => document.getElementById(id);
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  // What `reading.js` has told of it.
  let article;
  let sentences = [];
  let spoken = -1;
  // None of its own: "" is silence, else "on" or "paused".
  let phase = '';
  let utterance;
  let guard;
  let voices = [];
  let chosen;

  const listSentences = () => {
    sentences = article.blocks.flatMap((block) => {
      const words = block.textContent;
      const ends = article.told.sentences[article.paragraphs.indexOf(block)] ?? [words.length];
      return ends.map((end, index) => {
        const start = ends[index - 1] ?? 0;
        const text = words.slice(start, end).trimEnd();
        return { block, start, end: start + text.length, text };
      });
    });
  };

  const listVoices = () => {
    const box = find('voice');
    if (!box) return;
    const isOurs = ({ lang }) => lang.toLowerCase().startsWith(article.prose.lang);
    const all = speech.getVoices();
    const local = all.filter((voice) => voice.localService);
    voices = [...local.filter(isOurs), ...local.filter((voice) => !isOurs(voice))];
    const online = all.filter((voice) => !voice.localService && isOurs(voice));
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

  const range = ({ block, start, end }) => rangeOf(block, start, end);

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

  const line = () => innerHeight / 4;

  // Where to begin: at the top with the first words, else with what is being read.
  const here = () => {
    const { blocks } = article;
    const isHere = (block) => block.getBoundingClientRect().bottom > line();
    return (scrollY > 0 && blocks.find(isHere)) || blocks[0];
  };

  const follow = () => {
    const { top, bottom } = range(sentences[spoken]).getBoundingClientRect();
    if (top > innerHeight * 0.1 && bottom < innerHeight * 0.8) return;
    scrollBy({ top: top - line(), behavior: still.matches ? 'instant' : 'smooth' });
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
    speech.cancel();
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
    const { text } = sentence;
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

  const turn = () => {
    if (!voices.length) return;
    if (!voice()) {
      find('voices').hidden = false;
      find('voice').focus();
      return;
    }
    if (phase === 'on') {
      phase = 'paused';
      quiet();
    } else {
      if (!phase) spoken = sentences.findIndex(({ block }) => block === here());
      phase = 'on';
      follow();
      say();
    }
    dress();
  };

  // The bar may have been written anew.
  const meet = (event) => {
    if (article?.prose !== event.detail?.prose) hush();
    article = event.detail;
    if (!article) return;
    listSentences();
    listVoices();
    dress();
  };

  const onChange = ({ target }) => {
    if (target.id === 'voice') chosen = target.value;
    if (phase === 'on' && /^(voice|speed)$/.test(target.id)) say();
  };

  const onClick = ({ target }) => {
    if (target.id === 'aloud') turn();
    // Nobody answers questions while being read to.
    if (target.closest?.('.checkpoint')) hush();
    if (target.id === 'hush') {
      hush();
      find('aloud').focus();
    }
  };

  if (speech) {
    addEventListener('article', meet);
    addEventListener('aloud', ({ detail }) => {
      if (!detail) turn();
      else if (phase) go(detail);
    });
    addEventListener('pagehide', hush);
    document.addEventListener('click', onClick);
    document.addEventListener('change', onChange);
    speech.addEventListener?.('voiceschanged', () => article && listVoices());
  }
}
