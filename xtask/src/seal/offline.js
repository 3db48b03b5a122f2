// Makes the page open without the network, and says when a newer build is ready. It runs once the page can be used.
const root = document.documentElement;
const scope = new URL("./", location.href).href;

// Whether the page opens without the network, for tests and scripts. Where it does not, nothing can be fetched later either:
// the program gets what it may need now.
const tell = (state) => {
  root.dataset.offline = state;
  if (state === "unavailable") dispatchEvent(new Event("bluepencil-not-kept"));
};

// Waits until no change is on its way into storage. A program that has stopped stores nothing more.
const settled = () =>
  new Promise((resolve) => {
    const look = () => {
      if (root.dataset.saveState === "saving" && root.dataset.appState !== "failed") return;
      watch.disconnect();
      resolve();
    };
    const watch = new MutationObserver(look);
    watch.observe(root, { attributes: true });
    look();
  });

// The region is on the page before its words are: only then are they read out.
const notice = document.createElement("div");
notice.className = "update";
notice.setAttribute("role", "status");
document.body.append(notice);

const sentence = document.createElement("p");
const button = (name, action) => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "command";
  element.textContent = name;
  element.addEventListener("click", action);
  return element;
};

function offer(registration) {
  if (notice.hasChildNodes()) return;
  sentence.textContent = "Update ready. Your work is kept.";
  const later = () => {
    notice.replaceChildren();
    document.querySelector("article[data-article-id]")?.focus({ preventScroll: true });
  };
  notice.append(sentence, button("Reload to update", () => update(registration)), button("Later", later));
}

// Another tab goes on with the program that it has until its user reloads it.
async function update(registration) {
  await settled();
  if (root.dataset.saveState === "failed" && root.dataset.appState !== "failed") {
    sentence.textContent = "Not reloaded: your last change is not kept yet. Export it first.";
    return;
  }
  const { waiting } = registration;
  if (waiting) {
    const active = new Promise((resolve) => {
      waiting.addEventListener("statechange", () => waiting.state === "activated" && resolve());
    });
    waiting.postMessage("skip waiting");
    await active;
    await settled();
  }
  location.reload();
}

// Where the host says "off", no worker is wanted.
async function isWanted() {
  const answer = await fetch("./worker-switch.txt", { cache: "no-store" });
  return !answer.ok || (await answer.text()).trim() !== "off";
}

async function prepare() {
  const workers = navigator.serviceWorker;
  const known = await workers.getRegistration();
  const ours = known?.scope === scope;
  if (!ours && !(await isWanted())) return tell("unavailable");
  const registration = ours ? known : await workers.register("./sw.js", { updateViaCache: "none" });
  const look = () => {
    if (registration.active?.state === "activated") tell("ready");
    else if (!registration.installing && !registration.waiting && !registration.active) tell("unavailable");
    if (registration.waiting && registration.active) offer(registration);
  };
  const follow = (worker) => worker?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  for (const worker of [registration.installing, registration.waiting, registration.active]) follow(worker);
  look();
  if (ours) await registration.update();
}

if (navigator.serviceWorker) {
  tell("preparing");
  // A browser that keeps nothing, such as a private window, or a host that cannot be reached: the page works as it is.
  prepare().catch(() => root.dataset.offline === "preparing" && tell("unavailable"));
} else {
  tell("unavailable");
}
