// Keeps one whole version of the page in the browser, from where it opens without a network.
//
// `readback finish` writes two names in front: VERSION, which changes with any file, and FILES,
// every file that belongs to a version with a hash of its bytes. docs/offline.md tells the rest.
{
  const SCOPE = new URL(registration.scope).pathname;
  const PREFIX = `readback:${SCOPE}:`;
  const CURRENT = PREFIX + VERSION;

  // Files too many to fetch beforehand, each with its hash in its name: kept from when they are first
  // asked for, whatever the version.
  const LATER = `${PREFIX}later`;
  const LATER_NAME = /^(articles\/.+)\.([0-9a-f]{16})\.json$/;

  // Pages of articles, where they are too many to be on the list: the app shows them too.
  const ARTICLE_PAGE = /^(read\/[^/]+?)(\.html)?$/;

  // Whether a page has asked for this version, so that all of them go on to it.
  let accepted = false;

  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(activate()));
  addEventListener("message", ({ data }) => {
    if (data !== "accept") return;
    accepted = true;
    skipWaiting();
  });
  addEventListener("fetch", (event) => {
    const path = asked(event.request);
    if (path === undefined) return;
    const file = listed(path) ?? later(path);
    if (file) event.respondWith(answer(event.request, file));
    else if (event.request.mode === "navigate" && ARTICLE_PAGE.test(path)) {
      event.respondWith(fetch(event.request).catch(() => Response.redirect(app(path))));
    }
  });

  // All files or none: where one cannot be had, what was there before stays in use.
  const install = () => Promise.all(Object.keys(FILES).map((path) => keep(current(path))));

  const activate = async () => {
    const old = (await ownCaches()).filter((name) => name !== CURRENT && name !== LATER);
    await Promise.all(old.map((name) => caches.delete(name)));
    if (await caches.has(LATER)) await forgetReplaced();
    // The first version takes the page that it came with; any other only pages of the one before.
    if (!old.length) await clients.claim();
    if (accepted) for (const page of await pages()) page.postMessage("reload");
  };

  // What a request asks for, as a path in this folder; nothing where it is none of our business.
  const asked = ({ method, headers, mode, url }) => {
    const { origin, pathname, search } = new URL(url);
    if (method !== "GET" || headers.has("range") || origin !== location.origin) return undefined;
    if (!pathname.startsWith(SCOPE) || (search && mode !== "navigate")) return undefined;
    return pathname.slice(SCOPE.length);
  };

  // The file on the list behind a path, which some hosts write without its end.
  const listed = (path) => {
    const names = [path, `${path}index.html`, `${path}.html`];
    const name = names.find((name) => Object.hasOwn(FILES, name));
    return name && current(name);
  };

  // Under its hash, so that another version's is never taken for it.
  const current = (path) => {
    const { [path]: hash } = FILES;
    return { cache: CURRENT, key: `${SCOPE}${path}?${hash}`, path, hash };
  };

  const later = (path) => {
    const [name, , hash] = LATER_NAME.exec(path) ?? [];
    return name && { cache: LATER, key: SCOPE + path, path, hash };
  };

  const app = (path) => SCOPE + path.replace(ARTICLE_PAGE, "#/$1");

  const answer = async (request, file) => {
    const kept = await caches.match(file.key, { cacheName: file.cache });
    // What the browser has thrown away is fetched again, and kept if it is still the same.
    return kept ?? keep(file).catch(() => fetch(request));
  };

  const keep = async ({ cache, key, path, hash }) => {
    const response = (await find(key)) ?? (await whole(path, hash));
    const copy = response.clone();
    await (await caches.open(cache)).put(key, copy);
    return response;
  };

  const find = async (key) => {
    for (const cacheName of await ownCaches()) {
      const response = await caches.match(key, { cacheName });
      if (response) return response;
    }
    return undefined;
  };

  // Whatever a host or a network in between answers, only the very bytes of the build are taken:
  // those that the browser has already, or else those that the host has.
  const whole = async (path, hash) => {
    for (const cache of ["force-cache", "reload"]) {
      const response = await fetch(SCOPE + path, { cache });
      const bytes = await response.arrayBuffer();
      if ((await digest(bytes)) === hash) return made(path, response.headers, bytes);
    }
    throw new Error(`${path} is not the file of this version`);
  };

  const digest = async (bytes) => {
    const start = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 8);
    return Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  // As if it had come at once from its own address, in one piece and with the right type.
  const made = (path, before, bytes) => {
    const headers = new Headers(before);
    for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
    if (path.endsWith(".wasm")) headers.set("content-type", "application/wasm");
    return new Response(bytes, { headers });
  };

  // An origin may have caches of others, of another Readback in a folder below this one too.
  const ownCaches = async () => {
    const isOwn = (name) => name.startsWith(PREFIX) && /^(\w{16}|later)$/.test(name.slice(PREFIX.length));
    return (await caches.keys()).filter(isOwn);
  };

  const pages = async () => {
    const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
    return all.filter(({ url }) => {
      const { pathname } = new URL(url);
      return pathname.startsWith(SCOPE) && listed(pathname.slice(SCOPE.length))?.path === "index.html";
    });
  };

  // What was kept of an article goes once a newer text of it has been kept.
  const forgetReplaced = async () => {
    const cache = await caches.open(LATER);
    const newest = new Map();
    for (const request of await cache.keys()) {
      const [, name] = LATER_NAME.exec(new URL(request.url).pathname.slice(SCOPE.length)) ?? [];
      if (newest.has(name)) await cache.delete(newest.get(name));
      newest.set(name, request);
    }
  };
}
