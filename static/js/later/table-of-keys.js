// What the table of keys (layouts/_keys.html) says that a key does. j and k move between the rows of lists; what acts on
// a task acts on the row that has the focus. What acts on it in a way of its own is told to the row by the event `hand`,
// and done by hands.js.
import { fieldComes } from "./field-comes.js";

const ROWS = ".task, .history__item";
const PREFIX_LIVES = 1500;

// Whether there was something to do.
export function obey(key, isRepeated) {
  const pressed = [document.body.dataset.prefix, key].filter(Boolean).join("-");
  delete document.body.dataset.prefix;
  const entry = find((key) => key === pressed);
  if (!entry && find((key) => key.startsWith(`${pressed}-`))) waitAfter(pressed);
  return entry && !(isRepeated && !entry.dataset.step) && act(entry);
}

export const find = (fits) => [...document.querySelectorAll("[data-key]")].find((entry) => entry.dataset.key.split(" ").some(fits));

// Layouts without Latin letters name a key by its place.
export function nameOf({ key, code, ctrlKey, shiftKey }) {
  const name = /^[^ -~]$/.test(key) ? code.replace("Key", "") : key;
  const shift = shiftKey && /^([a-z]|Arrow\w+)$/i.test(name) ? "Shift+" : "";
  return `${ctrlKey ? "Ctrl+" : ""}${shift}${name.length > 1 ? name : name.toLowerCase()}`;
}

function waitAfter(prefix) {
  document.body.dataset.prefix = prefix;
  setTimeout(() => delete document.body.dataset.prefix, PREFIX_LIVES);
}

// Whether there was something to do; if not, the browser does what it does with the key.
function act(entry) {
  const { step, row, title, focus, sheet, hand } = entry.dataset;
  if (hand && tell(hand)) return true;
  if (step) return focusOn(rowBeside(Number(step)));
  if (title !== undefined) return editTitle(focusedRow());
  if (row) return press(focusedRow()?.querySelector(row));
  if (sheet && open(document.querySelector(sheet))) return true;
  return (focus && focusOn(document.querySelector(focus))) || press(entry.querySelector("a, button"));
}

// Whether somebody has taken care of it.
function tell(detail) {
  return !(focusedRow() ?? document.body).dispatchEvent(new CustomEvent("hand", { bubbles: true, cancelable: true, detail }));
}

function editTitle(row) {
  const link = row?.querySelector("a.task__title[hx-get]");
  if (link) fieldComes(htmx.ajax("GET", link.getAttribute("href").replace(/edit$/, "title/edit"), { target: row, swap: "outerHTML" }), `#${row.id}-field`);
  return Boolean(link);
}

const focusedRow = () => document.activeElement?.closest(ROWS);

function rowBeside(step) {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => !row.closest("dialog, [inert]"));
  const at = rows.indexOf(focusedRow());
  const row = at < 0 ? rows[0] : rows[at + step];
  return row?.querySelector("a.task__title, .editor__title") ?? row?.querySelector("a, button");
}

function focusOn(element) {
  element?.focus();
  element?.select?.();
  return Boolean(element);
}

export function press(element) {
  element?.click();
  return Boolean(element);
}

function open(dialog) {
  dialog?.showModal();
  return Boolean(dialog);
}
