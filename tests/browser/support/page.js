// What the page shows, read through the hooks of the UI contract and nothing else.
// This text stands in front of every script that the harness runs in the page.
const article = () => document.querySelector('article[data-article-id]');
const textNodes = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};
const blockElements = () => article()?.querySelectorAll('[data-block]') ?? [];
const startOf = (element) => Number(element.dataset.blockStart);
const blockOf = (element) => {
  const nodes = textNodes(element);
  return { element, nodes, node: nodes[0], text: nodes.map((node) => node.data).join(''),
    start: startOf(element), kind: element.dataset.blockKind };
};
const blocks = () => [...blockElements()].map(blockOf);

// Positions: code points of the article's text here, UTF-16 code units in the DOM.
const utf16 = (text, count) => {
  let units = 0;
  for (const character of text) {
    if (count-- <= 0) break;
    units += character.length;
  }
  return units;
};
const place = (position) => {
  // The last block that begins there or before, found by halves: an article may have 50,000.
  const all = blockElements();
  let [low, high] = [1, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(all[middle]) > position) high = middle; else low = middle + 1;
  }
  const block = blockOf(all[low - 1]);
  const offset = utf16(block.text, position - block.start);
  return { block, node: block.node, offset };
};
const positionOf = (node, offset) => {
  const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest('[data-block]');
  if (!element || !article().contains(element)) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : '';
  return Number(element.dataset.blockStart) + [...before].length;
};

// The rectangle of the user-perceived character that holds or follows a position.
const characterRect = (position) => {
  const { block, node, offset } = place(position);
  // A position behind the last character of a block stands beside that character.
  const found = new Intl.Segmenter('en').segment(block.text).containing(Math.min(offset, block.text.length - 1));
  if (!found) throw new Error(`no character at position ${position}`);
  const range = document.createRange();
  range.setStart(node, found.index);
  range.setEnd(node, found.index + found.segment.length);
  return range.getClientRects()[0];
};
// A point of the screen just inside the character before (`side` = 'end') or after (`side` = 'start') a position.
const point = (position, side) => {
  const rect = characterRect(side === 'end' ? position - 1 : position);
  // The pointer moves in whole pixels and a full stop is five of them wide: only the border itself is near enough to it.
  const x = side === 'end' ? rect.right : rect.left + Math.min(1, rect.width / 4);
  return { x, y: rect.top + rect.height / 2 };
};
const describe = (element) => element
  ? `<${element.localName}${element.id ? ` id="${element.id}"` : ''}${element.className ? ` class="${element.className}"` : ''}>`
  : 'nothing';
// The point where the text lies open, or what covers it: as Rust reads a result.
const uncovered = ({ x, y }) => {
  const top = document.elementFromPoint(x, y);
  return article().contains(top) ? { Ok: { x, y } } : { Err: `the text at ${x}, ${y} is covered by ${describe(top)}` };
};
const frames = (count) => new Promise((resolve) => {
  const step = () => (count-- > 0 ? requestAnimationFrame(step) : resolve());
  step();
});
const reveal = async (start, end) => {
  for (const once of [1, 2]) {
    const first = characterRect(start), last = characterRect(Math.max(start, end - 1));
    const middle = (first.top + last.bottom) / 2;
    const { element } = place(start).block;
    let scroller = element;
    while (scroller && !(scroller.scrollHeight > scroller.clientHeight
      && /auto|scroll/.test(getComputedStyle(scroller).overflowY))) scroller = scroller.parentElement;
    const height = scroller ? scroller.clientHeight : innerHeight;
    const top = scroller && scroller !== document.documentElement ? scroller.getBoundingClientRect().top : 0;
    (scroller ?? document.scrollingElement).scrollBy({ top: middle - top - height / 2, behavior: 'instant' });
    await frames(2);
  }
};

// Names and visibility, as a user meets them.
const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const nameOf = (element) => squeeze(element.getAttribute('aria-label'))
  || squeeze((element.getAttribute('aria-labelledby') ?? '').split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' '))
  || squeeze([...(element.labels ?? [])].map((label) => label.textContent).join(' '))
  || squeeze(element.textContent) || squeeze(element.title) || squeeze(element.placeholder) || squeeze(element.value);
const visible = (element) => {
  const rect = element.getBoundingClientRect();
  return rect.width > 1 && rect.height > 1
    && element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
};
const dialogs = () => [...document.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog]')].filter(visible);
const PRESSABLE = 'button, a[href], summary, input[type=button], input[type=submit], [role=button], [role=link],'
  + ' [role=menuitem], [role=option], [role=tab], [role=radio]';
const FILLABLE = 'input:not([type=file]):not([type=hidden]), textarea, select, [contenteditable=true], [role=textbox],'
  + ' [role=combobox], [role=searchbox]';
const named = (selector, name, scope) => [...(scope ?? dialogs().at(-1) ?? document).querySelectorAll(selector)]
  .filter((element) => visible(element) && nameOf(element).includes(name));

// The list of annotations.
const annotationList = () => [...document.querySelectorAll('ul, ol, [role=list], [role=listbox]')]
  .find((element) => (element.getAttribute('aria-label') ?? nameOf(element)) === 'Annotations');
const annotationItems = () => [...(annotationList()?.querySelectorAll('[data-annotation-id]') ?? [])];
const region = (name) => [...document.querySelectorAll('section, aside, form, fieldset, div, [role=region], [role=group], [role=complementary]')]
  .find((element) => squeeze(element.getAttribute('aria-label')) === name
    || (element.getAttribute('aria-labelledby') && nameOf(element) === name));
const textOf = (selector) => squeeze([...document.querySelectorAll(selector)].map((each) => each.textContent).join(' '));
