// Says so where Bluepencil cannot start at all: the page was opened from a disk, or the browser is too old. It is no module and
// is written as scripts were ten years ago, so that it runs where the others do not.
(function () {
  "use strict";
  var root = document.documentElement;

  function tell(id) {
    var notice = document.getElementById(id);
    if (!notice || root.getAttribute("data-app-state") !== "loading") return;
    root.setAttribute("data-app-state", "failed");
    notice.removeAttribute("hidden");
  }

  // The smallest program with what the real one is made of: references, several results, `memory.copy`, numbers that are
  // extended or cut off.
  function runsPrograms() {
    try {
      return WebAssembly.validate(new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 1, 111, 2, 111, 111, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 30, 1, 28, 0, 65, 0, 65, 0,
        65, 0, 252, 10, 0, 0, 65, 0, 192, 26, 67, 0, 0, 0, 0, 252, 0, 26, 32, 0, 32, 0, 11
      ]));
    } catch (reason) {
      return false;
    }
  }

  function canRun() {
    return "noModule" in document.createElement("script")
      && typeof document.createElement("dialog").showModal === "function"
      && window.CSS && CSS.supports && CSS.supports("height", "1dvh")
      && runsPrograms();
  }

  if (location.protocol === "file:") tell("start-from-disk");
  else if (!canRun()) tell("start-too-old");

  // The start script did not come. The rescue script says that too, unless it is missing as well.
  addEventListener("error", function (event) {
    if (event.target && /\/boot-[^\/]*$/.test(event.target.src)) tell("start-failed");
  }, true);
})();
