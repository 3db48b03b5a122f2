// Starts Bluepencil. Written when the page is built; the first four names below are those of this build.
const code = "{code}";
const program = "{program}";
const offline = "{offline}";
const reader = "{reader}";
const worker = "./sw.js";

// Markup set as a string comes only from the view library's own templates. Whatever could run code is refused,
// and so is every other string that would become code, but for the names of the two workers.
const refused = /<\s*(script|iframe|object|embed|base)\b|[\s/"']on[a-z]+\s*=|javascript:/i;
if (window.trustedTypes && window.trustedTypes.createPolicy) {
  window.trustedTypes.createPolicy("default", {
    createHTML: (text) => (refused.test(text) ? null : text),
    createScript: () => null,
    createScriptURL: (address) => (address === worker || address === reader ? address : null),
  });
}

// Where the program finds the worker that reads large files. It is asked for when there is one.
document.documentElement.dataset.fileWorker = reader;

// The code is imported here and not at the top of the file: an import at the top would run before the policy above,
// and its failure could not be told to the visitor.
async function start() {
  // The check has said already why it cannot be.
  if (document.documentElement.dataset.appState === "failed") {
    dispatchEvent(new Event("bluepencil-could-not-start"));
    return;
  }
  try {
    const bindings = await import(code);
    await bindings.default({ module_or_path: new URL(program, import.meta.url) });
  } catch (reason) {
    console.error("Bluepencil could not start:", reason);
    dispatchEvent(new Event("bluepencil-could-not-start"));
  }
}

// What makes the page open without the network comes last, so that the page is not kept waiting. It comes even where the
// start failed: a newer build may start.
function whenIdle() {
  (window.requestIdleCallback ?? setTimeout)(() => import(offline).catch(() => {}));
}

start().then(() => {
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle);
});
