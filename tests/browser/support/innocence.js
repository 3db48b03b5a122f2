// What is wrong with a page that has believed a string: stands behind page.js, ahead of the scripts of tests/browser/hostile.rs.
const ELEMENTS = new Set(['main', 'header', 'footer', 'nav', 'section', 'article', 'aside', 'dialog', 'div', 'p', 'span', 'h1', 'h2', 'h3', 'h4',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'button', 'input', 'label', 'select', 'option',
  'textarea', 'fieldset', 'legend', 'strong', 'em', 'kbd', 'mark', 'a', 'details', 'summary', 'noscript']);
const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ADDRESS = new RegExp(`^#(/(library|article/${UUID}(/read|/annotation/${UUID})?)?|(mark|record)-${UUID})$`);
const LOADS = new Set(['src', 'srcset', 'srcdoc', 'data', 'action', 'formaction', 'ping', 'poster', 'background', 'xlink:href', 'target', 'is']);
// Only FSI and PDI, in pairs, may stand in what the page says; the article shows its own text as it is.
const TURNS = /[\u202a-\u202e\u2066\u2067]/;
const innocence = () => {
  const wrong = [...__noted];
  for (const element of document.body.querySelectorAll('*')) {
    if (!ELEMENTS.has(element.localName)) wrong.push(`an element ${describe(element)}`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || LOADS.has(name)) wrong.push(`${name}="${value}" on ${describe(element)}`);
      if (name === 'href' && !ADDRESS.test(value)) wrong.push(`a link to ${value}`);
      if (name === 'aria-label' && TURNS.test(value)) wrong.push(`a name that turns: ${value}`);
    }
    if (element.closest('[data-block], [data-read-block]')) continue;
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && TURNS.test(node.data)) wrong.push(`words that turn: ${node.data.slice(0, 80)}`);
    }
  }
  if (document.title !== 'Bluepencil') wrong.push(`the title ${document.title}`);
  if (!/^(#\/.*)?$/.test(location.hash) || (location.hash && !ADDRESS.test(location.hash))) wrong.push(`the address ${location.hash}`);
  if (Object.keys(Object.prototype).length || ({}).x !== undefined) wrong.push('what all objects share has changed');
  if (window.name) wrong.push(`the window's name ${window.name}`);
  if (window.length) wrong.push('a frame');
  return wrong;
};
const letters = (text) => text.replace(/[\s\u0085\u180e\ufeff]/gu, '');
const kept = (text) => letters(text.replace(/^\ufeff/, '').replaceAll('\0', '\ufffd'));
// Waits some frames for a condition; the string that was waited for in vain is a failure of its own.
const until = async (condition) => {
  for (let frame = 0; frame < 300; frame += 1) {
    if (condition()) return true;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return false;
};
// The field of exactly that name.
const fieldNamed = (name) => named(FILLABLE, name).find((field) => nameOf(field) === name);
// Puts words into a field as a program that types for a user does.
const write = (field, words) => {
  const prototype = field.localName === 'textarea' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, words);
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
};
// Takes the last refusal away, so that the same sentence can be heard again.
const silence = async () => {
  named(PRESSABLE, 'Dismiss', document)[0]?.click();
  await until(() => !textOf('[role=alert]'));
  __watch.alert.length = 0;
};
