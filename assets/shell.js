// Until the program stands: the page that the build wrote leads where the reader wants to go, and
// then hands over what the reader has done in it.
{
  const shell = document.getElementById('shell');
  const main = shell.querySelector('main');
  const library = [...main.childNodes];
  const pages = new Set();
  const parts = (root) => [...root.querySelectorAll('a, input, [tabindex]')];
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));
  let shown;
  let moved;

  // As the reader writes them, or, where another language was chosen, as that has it.
  const { lang } = document.documentElement;
  const locale = navigator.language.startsWith(lang) ? undefined : lang;
  const showDates = () => {
    for (const time of main.querySelectorAll('time')) {
      const options = { year: 'numeric', month: 'long', day: 'numeric' };
      time.textContent = new Date(`${time.dateTime}T12:00`).toLocaleDateString(locale, options);
    }
  };

  // The same place, said as the program says it.
  const turnLinks = () => {
    for (const link of main.querySelectorAll('a')) {
      const [, slug, hash] = /^read\/(.*)\.html$|(#.*)/.exec(link.getAttribute('href')) ?? [];
      if (slug) pages.add(slug);
      link.href = hash ?? `#/read/${slug}`;
    }
  };

  // Room for the line about reading and scores, which the program writes once it knows them; it
  // keeps the room for the articles noted here. A block of answers lists its articles, a single one
  // has its own.
  const makeRoom = () => {
    const articles = /"(?:a":|articles":\[)("[a-z0-9-]+"(?:,"[a-z0-9-]+")*)/;
    const slugs = ([key, value]) => {
      const [, kind, slug] = /^readback\.(attempt|block|position)\.(.+)/.exec(key) ?? [];
      return kind === 'position' ? slug : (kind && articles.exec(value)?.[1].match(/[a-z0-9-]+/g)) || [];
    };
    const quizzed = Object.entries(localStorage).flatMap(slugs);
    self.quizzed = [...new Set(quizzed)].join(' ');
    for (const link of main.querySelectorAll('h2 a')) {
      if (!quizzed.includes(link.hash.slice('#/read/'.length))) continue;
      const line = document.createElement('p');
      line.className = 'quiet';
      line.textContent = '\u00a0';
      link.closest('article').append(line);
    }
  };

  const show = async (event) => {
    const [, slug] = /^#\/read\/([\w-]+)/.exec(location.hash) ?? [];
    moved ||= event;
    if (slug && slug === shown) return;
    shown = slug;
    const isLibrary = /^#?\/?$/.test(location.hash);
    shell.querySelector('nav a').ariaCurrent = isLibrary ? 'page' : null;
    main.replaceChildren(...(isLibrary ? library : []));
    if (event) {
      main.focus();
      scrollTo(0, 0);
    }
    if (!pages.has(slug)) return;
    try {
      const answer = await fetch(`read/${slug}.html`);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (shown !== slug) return;
      main.replaceChildren(...page.querySelector('main').childNodes);
      turnLinks();
      showDates();
      document.title = page.title;
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
      // Time to be painted.
      await wait(100);
    } catch {
      // The program brings the text too.
    }
  };

  // The program has an article's related ones only when its examiner has come.
  const keep = (related) => {
    const more = document.getElementById('more');
    if (more?.childElementCount === 0) more.append(related);
  };

  const handOver = () => {
    const top = scrollY;
    const active = document.activeElement;
    const focused = parts(shell).indexOf(active);
    const search = shell.querySelector('input')?.value;
    const related = main.querySelector('.related');
    const welcome = main.querySelector('#welcome');
    removeEventListener('hashchange', show);
    shell.remove();
    if (related) keep(related);
    if (welcome) document.querySelector('h1').after(welcome);
    if (search) {
      const field = document.getElementById('search');
      field.value = search;
      field.dispatchEvent(new Event('input'));
    }
    const arrived = moved && active === main;
    (arrived ? document.querySelector('h1') : parts(document)[focused])?.focus({ preventScroll: true });
    scrollTo(0, top);
  };

  shell.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  turnLinks();
  showDates();
  try {
    makeRoom();
  } catch {
    // Storage is denied: there are no scores.
  }
  // The program waits for the text, but not for long.
  const first = new Promise((go) => new PerformanceObserver(go).observe({ type: 'paint', buffered: true }));
  self.painted = Promise.race([Promise.all([show(), first]), wait(1000)]);
  addEventListener('hashchange', show);
  addEventListener('TrunkApplicationStarted', handOver);
}
