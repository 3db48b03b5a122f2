// Keeps one build of Bluepencil in this browser, so that it opens without the network. Written when the page is built:
// the two values below are the build's own hash and its files with the hash of each.
const build = "{build}";
const files = {files};

// The cache is shared by everything on this host, so its name says which copy of the app it belongs to.
const ours = `bluepencil ${registration.scope} `;
const cacheName = ours + build;
const whole = (name) => new URL(name, registration.scope).href;
const page = whole("./");
const kept = new Set(Object.keys(files).map(whole));

// All files or none. A file that is not the one of this build fails its hash, whatever the host answered in its place:
// an error, an older build, somebody's sign-in page. A name with a hash in it may come from the browser's own cache.
async function install() {
  const cache = await caches.open(cacheName);
  const wanted = Object.entries(files).map(([name, integrity]) =>
    new Request(whole(name), { integrity, cache: /-[0-9a-f]{12,16}[._]/.test(name) ? "default" : "no-cache" }));
  try {
    await cache.addAll(wanted);
  } catch (reason) {
    await caches.delete(cacheName);
    throw reason;
  }
}

// Deletes the caches of this copy of the app, but for one.
async function deleteCaches(except) {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ours) && name !== except);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// The kill switch: where the host says "off", the worker goes and takes what it kept with it.
async function heedSwitch() {
  const answer = await fetch(whole("worker-switch.txt"), { cache: "no-store" });
  if (answer.ok && (await answer.text()).trim() === "off") {
    await registration.unregister();
    await deleteCaches();
  }
}

addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("activate", (event) => event.waitUntil(deleteCaches(cacheName)));

// Another build waits until no tab uses this one, or until a user says so in a tab.
addEventListener("message", (event) => {
  if (event.data === "skip waiting") skipWaiting();
});

// Answers for the page and its files, by their exact addresses, and for nothing else. Nothing is put into the cache here.
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const asked = origin + pathname;
  const address = asked === whole("index.html") ? page : asked;
  if (request.method !== "GET" || !kept.has(address)) return;
  const found = caches.match(address, { cacheName, ignoreVary: true });
  event.respondWith(found.then((answer) => answer ?? fetch(request)));
  if (request.mode === "navigate") event.waitUntil(heedSwitch().catch(() => {}));
});
