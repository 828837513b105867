// The worker of a large library: fetches an article when it is opened, and keeps all of them when
// asked to. `readback finish` writes LIBRARY before this: the number of articles, their bytes, the
// lists and the pieces of the index, which the tutor searches, and the drawers that say under which
// hash an article's file stands. A question is its kind and its words, a line each; an answer is JSON,
// with the name of what went wrong if anything did.

// How many files are fetched at a time when all are kept, and for how long before a report.
const AT_ONCE = 8;
const REPORT_MS = 400;

// The folder of the page, which may have started this from a text of its own.
const HOME = new URL('.', self.home ?? location);

// Why something cannot be had: `assets/large.js` has the words for these.
const AWAY = 'away';
const GONE = 'gone';
const OFFLINE = 'offline';
const FULL = 'full';

// The hash of each article's file, of the drawers read so far.
const hashes = new Map();
let files;

const kinds = { open, keep };
let before = Promise.resolve();

onmessage = ({ data }) => {
  const [kind, ...words] = data.split('\n');
  // One after the other, since each reads what the one before it left. A mistake ends as an error
  // that the page hears of.
  const answer = async () => postMessage(JSON.stringify(await kinds[kind](...words)));
  const fail = (error) => setTimeout(() => {
    throw error;
  });
  before = before.then(answer).catch(fail);
};
postMessage(true);

// The text of an article's file; neither text nor error where there is no such article.
async function open(slug) {
  try {
    if (!hashes.has(slug)) await readDrawer(drawerOf(slug));
    return { text: hashes.has(slug) ? await text(nameOf(slug)) : null, error: null };
  } catch ({ message }) {
    const earlier = await openKept(slug);
    return { text: earlier, error: earlier ? null : message };
  }
}

// What is kept of an article from an earlier version of the page.
async function openKept(slug) {
  const name = (await keptFiles()).find((name) => name.startsWith(`articles/${slug}.`));
  return name ? text(name).catch(() => null) : null;
}

// Fetches for a while what is not kept yet, if it is to; how many articles are kept then.
async function keep(go) {
  const end = performance.now() + REPORT_MS;
  let error = null;
  try {
    files ??= await missing();
    while (go && files.length && performance.now() < end) {
      await Promise.all(files.slice(-AT_ONCE).map((name) => text(name)));
      files.splice(-AT_ONCE);
      // The browser may have kept less than it was given.
      if (!files.length && (files = await missing()).length) throw new Error(FULL);
    }
  } catch ({ message }) {
    error = message === FULL ? FULL : OFFLINE;
  }
  const { count, bytes } = LIBRARY;
  return { kept: files ? count - files.length : 0, count, bytes, error };
}

async function readDrawer(name) {
  for (const [slug, hash] of Object.entries(await json(name))) hashes.set(slug, hash);
}

// The files of articles that are not kept; all else is kept first.
async function missing() {
  const read = LIBRARY.drawers.map(readDrawer);
  const others = [...LIBRARY.lists, ...LIBRARY.words];
  await Promise.all([...read, ...others.map((name) => text(name))]);
  const kept = new Set(await keptFiles());
  return [...hashes.keys()].map(nameOf).filter((name) => !kept.has(name));
}

// What the service worker has kept of this library, by name.
async function keptFiles() {
  const ours = (name) => name.startsWith(`readback:${HOME.pathname}:`);
  const caches = (await self.caches?.keys())?.filter(ours) ?? [];
  const kept = await Promise.all(caches.map(async (name) => (await self.caches.open(name)).keys()));
  return kept.flat().map(({ url }) => url.slice(HOME.href.length));
}

function nameOf(slug) {
  return `articles/${slug}.${hashes.get(slug)}.json`;
}

// By FNV-1a, as where the drawers are filled.
function drawerOf(slug) {
  const mix = (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  const hash = [...slug].reduce(mix, 0x811c9dc5) >>> 0;
  return LIBRARY.drawers[hash % LIBRARY.drawers.length];
}

async function json(name) {
  return JSON.parse(await text(name));
}

async function text(name) {
  const response = await fetch(new URL(name, HOME)).catch(() => undefined);
  if (!response?.ok) throw new Error(response?.status === 404 ? GONE : AWAY);
  return response.text();
}
