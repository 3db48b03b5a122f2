// Put into every document before its own scripts: keeps what would otherwise be missed between two looks.
(() => {
  if (window.__watch) return;
  const kept = { violations: [], errors: [], status: [], alert: [] };
  Object.defineProperty(window, '__watch', { value: kept });
  addEventListener('securitypolicyviolation', (event) =>
    kept.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`), true);
  addEventListener('error', (event) => kept.errors.push(String(event.message)), true);
  addEventListener('unhandledrejection', (event) => kept.errors.push(String(event.reason)), true);
  const hear = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    for (const role of ['status', 'alert']) {
      const inside = element?.querySelectorAll?.(`[role=${role}]`) ?? [];
      for (const live of [element?.closest?.(`[role=${role}]`), ...inside]) {
        const text = live?.textContent.replace(/\s+/g, ' ').trim();
        if (text && kept[role].at(-1) !== text) kept[role].push(text);
      }
    }
  };
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      hear(target);
      addedNodes.forEach(hear);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})();
