// Helps when the program has stopped or could not start. It uses nothing of the program, and reads storage by itself.

const PREFIX = "bluepencil/1/";
const ID = "[0-9a-f-]{36}";
const KEY = new RegExp(`^${PREFIX}(desk|preferences|${ID}/(article|text|${ID}|history/[^/]+/[^/]+|snapshot/[^/]+))$`);
const HEADER = /^bluepencil 1 ((\d+) ([\w-]+) (\d+)) ([0-9a-f]{8})\n/;
const root = document.documentElement;
let stopped = false;

// All that the program listens to. This script listens first, and after a stop lets nothing through.
const EVENTS = `keydown keyup click dblclick mousedown mouseup mousemove pointerdown pointermove pointerup pointercancel
  input change focusin focusout scroll close resize hashchange popstate paste copy cut dragover drop selectionchange
  storage message visibilitychange pagehide beforeunload`.split(/\s+/);
for (const name of EVENTS) {
  addEventListener(name, (event) => {
    if (stopped && !isHelp(event.target)) event.stopImmediatePropagation();
  }, true);
}

function isHelp(target) {
  return target instanceof Element && target.closest(".stopped, #start");
}

// An error that went through the program has left it half done: it is never called again.
function isOurs(reason) {
  const { RuntimeError, CompileError, LinkError } = window.WebAssembly ?? {};
  const kinds = [RuntimeError, CompileError, LinkError].filter(Boolean);
  return kinds.some((kind) => reason instanceof kind) || /wasm-function|\.wasm[:?]/.test(reason?.stack ?? "");
}

addEventListener("error", (event) => {
  if (event.target instanceof HTMLScriptElement) {
    couldNotStart();
  } else if (isOurs(event.error)) {
    stop();
  }
}, true);
addEventListener("unhandledrejection", (event) => {
  if (isOurs(event.reason)) stop();
});
addEventListener("bluepencil-could-not-start", couldNotStart);

function stop() {
  if (stopped) return;
  stopped = true;
  const before = root.dataset.saveState;
  root.dataset.appState = "failed";
  const kept = before === "failed"
    ? "Your last change could not be stored; what was stored before it is safe."
    : "Your work up to the last change is stored.";
  // A modal dialog makes the page under it inert, and keeps the focus.
  const notice = document.createElement("dialog");
  notice.className = "stopped";
  notice.setAttribute("aria-labelledby", "stopped-sentence");
  const sentence = words("p", "");
  sentence.id = "stopped-sentence";
  sentence.setAttribute("role", "alert");
  const told = words("p", "");
  notice.append(sentence, buttons(told), told);
  notice.addEventListener("cancel", (event) => event.preventDefault());
  // What is pressed here is not for the program, which listens further out.
  for (const name of EVENTS) notice.addEventListener(name, (event) => event.stopPropagation());
  document.body.append(notice);
  notice.showModal();
  // An alert is said when words come into it, not when it comes with them.
  sentence.textContent = `The editor stopped. ${kept}`;
  notice.querySelector("button").focus();
}

function couldNotStart() {
  if (stopped) return;
  stopped = true;
  root.dataset.appState = "failed";
  // The check may have given a reason already.
  const notice = document.querySelector("#start [role=alert]:not([hidden])") ?? document.getElementById("start-failed");
  if (!notice) return;
  const told = words("p", "");
  notice.append(buttons(told), told);
  notice.hidden = false;
}

function buttons(told) {
  told.setAttribute("role", "status");
  const row = document.createElement("p");
  row.className = "field-actions";
  const reload = button("Reload", () => location.reload());
  const copy = button("Download a copy", async () => {
    copy.disabled = true;
    told.textContent = await downloadCopy();
    copy.disabled = false;
    copy.focus();
  });
  reload.classList.add("main");
  row.append(reload, copy);
  return row;
}

function button(name, act) {
  const made = words("button", name);
  made.type = "button";
  made.className = "command";
  made.addEventListener("click", act);
  return made;
}

function words(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

// A desk file of all that can be read in either tier of storage; says how it went.
async function downloadCopy() {
  const { records, articles, damaged } = await readAll();
  if (!articles) return "No article was found in this browser’s storage.";
  const exported = new Date().toISOString();
  const file = { format: "bluepencil-desk", version: 1, generator: "bluepencil rescue", exported, records };
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2), "\n"], { type: "application/json" }));
  link.download = `bluepencil-desk-${exported.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  const rest = damaged ? ` ${damaged} damaged records are not in it; they stay in this browser as they are.` : "";
  return `Downloaded ${link.download}. “Import” opens it in any Bluepencil.${rest}`;
}

// The newest state of each record, without articles that were deleted or have lost their text.
async function readAll() {
  const newest = new Map();
  let damaged = 0;
  for (const tier of [localRecords(), await databaseRecords()]) {
    for (const [key, value] of tier.filter(([key]) => KEY.test(key))) {
      const record = decoded(value);
      if (!record) damaged += 1;
      else if (!newest.has(key) || isNewer(record, newest.get(key))) newest.set(key, record);
    }
  }
  const article = (key) => key.slice(0, key.lastIndexOf("/", PREFIX.length + 37) + 1);
  const has = (key) => newest.has(key) && newest.get(key).body !== "null";
  const whole = (key) => article(key) === PREFIX
    || (has(`${article(key)}text`) && newest.get(`${article(key)}article`)?.body !== "null");
  const keys = [...newest.keys()].filter(whole).sort();
  const records = Object.fromEntries(keys.map((key) => [key, newest.get(key).value]));
  return { records, damaged, articles: keys.filter((key) => key.endsWith("/text")).length };
}

function localRecords() {
  try {
    return Object.entries(localStorage);
  } catch {
    return [];
  }
}

function databaseRecords() {
  return new Promise((resolve) => {
    const nothing = () => resolve([]);
    // A database that does not answer must not keep the other tier from being read.
    setTimeout(nothing, 5000);
    try {
      const opening = indexedDB.open("bluepencil");
      // There was none, and none is made.
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onerror = nothing;
      opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains("records")) return nothing();
        const store = database.transaction("records").objectStore("records");
        const range = IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`);
        const keys = store.getAllKeys(range);
        const values = store.getAll(range);
        keys.onerror = values.onerror = nothing;
        values.onsuccess = () => {
          database.close();
          resolve(keys.result.map((key, place) => [key, values.result[place]]));
        };
      };
    } catch {
      nothing();
    }
  });
}

// A record that is as it was written; nothing for any other.
function decoded(value) {
  const header = typeof value === "string" && HEADER.exec(value);
  if (!header) return null;
  const [line, covered, revision, writer, length, checksum] = header;
  const body = value.slice(line.length);
  const encode = (text) => new TextEncoder().encode(text);
  if (encode(body).length !== Number(length)) return null;
  const sum = crc32(encode(`1 ${covered}\n${body}`)).toString(16).padStart(8, "0");
  return sum === checksum ? { value, body, writer, revision: BigInt(revision) } : null;
}

function isNewer(one, other) {
  if (one.revision !== other.revision) return one.revision > other.revision;
  return one.writer === other.writer ? one.body > other.body : one.writer > other.writer;
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
