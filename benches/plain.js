// The comparison page of the benchmark: what the browser allows when nothing but an article and its marks is on the page.
// The whole text is in the DOM, one element and one text node a block, in groups with `content-visibility: auto`; only the
// ranges near the view are registered with the CSS Custom Highlight API. It has the hooks, the style sheets and the keys of
// the desk, so the benchmark measures both with the same lines. Positions are UTF-16 code units of the article's text.
'use strict';

const LABELS = { Q: 'quote', C: 'claim', P: 'caption', R: 'credit' };
const article = document.querySelector('article');
const pane = document.querySelector('#pane');
const field = document.querySelector('#search');

let text = '';
let blocks = []; // { start, end, element, node }, in order
const GROUP = 16; // so many blocks share an element that the browser lays out when it comes near the view
const groups = []; // those elements, in order
let marks = []; // { label, start, end }, by start
let focus = null;
let preview = null; // { start, end } while the end of the mark in focus is moved
let only = null; // the label that is shown, or null for all
let found = []; // { start, end } of each match of the search, by start
const history = []; // { added, removed } of each step

// Where things are.

const firstWhere = (list, holds) => {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) high = middle; else low = middle + 1;
  }
  return low;
};
const blockAt = (position) => blocks[Math.max(0, firstWhere(blocks, (block) => block.start > position) - 1)];
const toDom = (position) => {
  const block = blockAt(position);
  return [block.node, Math.min(position, block.end) - block.start];
};
const fromDom = (node, offset) => {
  const number = node.parentElement?.closest('[data-block]')?.dataset.block;
  return number === undefined ? null : blocks[number].start + offset;
};
const selected = () => {
  const selection = getSelection();
  if (selection.isCollapsed || !article.contains(selection.anchorNode)) return null;
  const ends = [fromDom(selection.anchorNode, selection.anchorOffset), fromDom(selection.focusNode, selection.focusOffset)];
  const [start, end] = ends.sort((one, other) => one - other);
  return { start, end };
};

// Paint: by difference, and only what is near the view.

const registered = new Map();
const highlight = (style) => {
  if (!CSS.highlights.has(style)) CSS.highlights.set(style, new Highlight());
  return CSS.highlights.get(style);
};
const rangeOver = ({ start, end }) => {
  const [[startContainer, startOffset], [endContainer, endOffset]] = [toDom(start), toDom(end)];
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
};
const nearView = () => {
  const view = pane.getBoundingClientRect();
  const isBelow = (element, edge) => element.getBoundingClientRect().bottom >= edge;
  const below = (edge) => {
    const group = firstWhere(groups, (element) => isBelow(element, edge));
    const here = blocks.slice(group * GROUP, (group + 1) * GROUP);
    return group * GROUP + firstWhere(here, ({ element }) => isBelow(element, edge));
  };
  const [first, last] = [below(view.top - view.height), below(view.bottom + view.height)];
  return [blocks[Math.min(first, blocks.length - 1)].start, blocks[Math.min(last, blocks.length - 1)].end];
};
const paint = () => {
  const [from, to] = nearView();
  const wanted = new Map();
  const want = (style, mark) => wanted.set(`${style} ${mark.start} ${mark.end}`, { style, mark });
  for (const mark of marks) {
    if (mark.start >= to) break;
    if (mark.end <= from || (only && mark.label !== only)) continue;
    want(`bp-${mark.label}`, mark);
    if (mark === focus) want('bp-selected', mark);
  }
  if (preview) want('bp-preview', preview);
  for (let place = firstWhere(found, (match) => match.end > from); found[place]?.start < to; place += 1) want('bp-found', found[place]);
  for (const [key, { style, range }] of registered) {
    if (wanted.has(key)) continue;
    highlight(style).delete(range);
    registered.delete(key);
  }
  for (const [key, { style, mark }] of wanted) {
    if (registered.has(key)) continue;
    const range = rangeOver(mark);
    highlight(style).add(range);
    registered.set(key, { style, range });
  }
};

// Changes.

const exchange = (removed, added) => {
  const gone = new Set(removed);
  if (gone.size === 1) marks.splice(marks.indexOf(removed[0]), 1);
  else if (gone.size) marks = marks.filter((mark) => !gone.has(mark));
  for (const mark of added) marks.splice(firstWhere(marks, (other) => other.start >= mark.start), 0, mark);
};
const change = (removed, added, next) => {
  exchange(removed, added);
  history.push({ removed, added });
  focus = next;
};
const undo = () => {
  const step = history.pop();
  if (!step) return;
  exchange(step.added, step.removed);
  focus = step.removed[0] ?? null;
};
const annotateAll = () => {
  // Words of letters alone, so that they need no escapes; whole, and in upper and lower case, as the desk looks for them.
  const words = new RegExp(`(?<![\\p{L}\\p{N}])${text.slice(focus.start, focus.end)}(?![\\p{L}\\p{N}])`, 'giu');
  const known = new Set(marks.filter((mark) => mark.label === focus.label).map((mark) => `${mark.start} ${mark.end}`));
  const found = [...text.matchAll(words)].map(({ index, 0: { length } }) =>
    ({ label: focus.label, start: index, end: index + length }));
  change([], found.filter((mark) => !known.has(`${mark.start} ${mark.end}`)), focus);
};
const moveEnd = () => {
  const word = /[\p{L}\p{N}]+/gu;
  word.lastIndex = preview.end;
  const found = word.exec(text);
  if (found) preview = { ...preview, end: found.index + found[0].length };
};

// The search, of words without escapes, as the desk looks for them.

const search = (words) => {
  found = words === '' ? [] : [...text.matchAll(new RegExp(words, 'giu'))].map(({ index, 0: { length } }) =>
    ({ start: index, end: index + length }));
  paint();
};
const openSearch = () => {
  field.hidden = false;
  field.value = '';
  field.focus();
};
field.addEventListener('input', () => search(field.value));
field.addEventListener('keydown', (event) => {
  event.stopPropagation();
  if (event.key !== 'Escape') return;
  field.hidden = true;
  search('');
  article.focus({ preventScroll: true });
});

// Files.

const download = () => {
  const blocksOf = blocks.map(({ start, end, element: { dataset } }) =>
    ({ kind: dataset.blockKind, point: Number(dataset.blockStart), start, end }));
  const file = new Blob([JSON.stringify({ text, blocks: blocksOf, marks })], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'plain.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
const take = (added) => {
  marks = added.sort((one, other) => one.start - other.start);
  article.dataset.marks = marks.length;
  paint();
};
document.querySelector('[data-import]').addEventListener('change', async ({ target }) => {
  take(JSON.parse(await target.files[0].text()).marks);
});

// Keys and pointer.

const moveKey = (key) => {
  if (key === 'ArrowRight') moveEnd();
  else if (key === 'Enter') {
    const moved = { ...focus, ...preview };
    preview = null;
    change([focus], [moved], moved);
  }
};
const press = ({ key, shiftKey, ctrlKey }) => {
  const label = LABELS[key.toUpperCase()];
  if (preview) moveKey(key);
  else if (ctrlKey && key === 'z') undo();
  else if (ctrlKey && key === 's') download();
  else if (key === '/') openSearch();
  else if (label && shiftKey && focus) {
    const relabelled = { ...focus, label };
    change([focus], [relabelled], relabelled);
  } else if (label && selected()) {
    const mark = { label, ...selected() };
    change([], [mark], mark);
  } else if (key === 'Delete' && focus) change([focus], [], null);
  else if (key === 'Escape') focus = null;
  else if (key === 'b' && focus) preview = { start: focus.start, end: focus.end };
  else if (key === 'a' && focus) annotateAll();
  else if (/^[0-4]$/.test(key)) only = Object.values(LABELS)[key - 1] ?? null;
  else return false;
  return true;
};
document.addEventListener('keydown', (event) => {
  if (!press(event)) return;
  event.preventDefault();
  paint();
});
window.addEventListener('pointerup', (event) => {
  if (selected()) return;
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
  const position = caret && fromDom(caret.offsetNode, caret.offset);
  if (position === null) return;
  let found = null;
  for (const mark of marks) {
    if (mark.start > position) break;
    if (position < mark.end && (!found || mark.end - mark.start < found.end - found.start)) found = mark;
  }
  focus = found;
  paint();
});
let painting = false;
pane.addEventListener('scroll', () => {
  if (painting) return;
  painting = true;
  requestAnimationFrame(() => {
    painting = false;
    paint();
  });
});

// The article and its marks, as the benchmark has written them.

const show = (shown) => {
  text = shown.text;
  const fragment = document.createDocumentFragment();
  blocks = shown.blocks.map(({ kind, point, start, end }, number) => {
    const element = document.createElement('p');
    const node = document.createTextNode(text.slice(start, end));
    Object.assign(element.dataset, { block: number, blockStart: point, blockKind: kind });
    element.dir = 'auto';
    if (node.data.includes('\n')) element.dataset.wrapped = '';
    element.append(node);
    if (number % GROUP === 0) {
      const group = document.createElement('div');
      group.style.containIntrinsicBlockSize = `auto ${7 * Math.min(GROUP, shown.blocks.length - number)}rem`;
      groups.push(group);
      fragment.append(group);
    }
    groups.at(-1).append(element);
    return { start, end, element, node };
  });
  article.replaceChildren(fragment);
  take(shown.marks);
  document.documentElement.dataset.appState = 'ready';
};
fetch('case.json').then((answer) => answer.json()).then(show);
