// Switches offline use off: put in the place of service_worker.js on the host, it takes away what
// that one had kept, and itself. Pages that are open go on, and load from the network again.
{
  const PREFIX = `readback:${new URL(registration.scope).pathname}:`;
  const isOwn = (name) => name.startsWith(PREFIX) && /^(\w{16}|later)$/.test(name.slice(PREFIX.length));

  const off = async () => {
    const own = (await caches.keys()).filter(isOwn);
    await Promise.all(own.map((name) => caches.delete(name)));
    await registration.unregister();
  };

  addEventListener("install", (event) => {
    // Where there is nothing to switch off, it does not come to be at all.
    if (registration.active) skipWaiting();
    else event.waitUntil(Promise.reject(new Error("offline use is switched off")));
  });
  addEventListener("activate", (event) => event.waitUntil(off()));
}
