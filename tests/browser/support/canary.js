// Put into every document before its own scripts: notes what a string would do if anything believed it.
(() => {
  const noted = [];
  const note = (what) => (...given) => { noted.push(`${what}(${given.map(String).join(', ').slice(0, 80)})`); };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval']) window[name] = note(name);
  document.write = note('document.write');
  document.writeln = note('document.writeln');
  Object.defineProperty(window, '__canary', { get: () => undefined, set: note('__canary') });
  Object.defineProperty(window, '__noted', { value: noted });
})();
