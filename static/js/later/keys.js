// The table of keys (layouts/_keys.html) says what each key does; this only looks it up. The first key fetches it.
// j and k move between the rows of lists; what acts on a task acts on the row that has the focus.
// What acts on it in a way of its own is told to the row by the event `hand`, and done by hands.js.
import { hands } from "./hands.js";

export function keys(pressed) {
  hands();
  document.addEventListener("keydown", listen);
  document.addEventListener("field-came", () => held.splice(0).forEach(catchUp));
  document.getElementById("keys")?.addEventListener("click", closeAfterPress);
  pressed.forEach(catchUp);
}

const held = [];

// What was pressed while this, the table or a field was on its way; once that has led into a field, the rest was
// meant for it.
function catchUp(event) {
  const field = document.activeElement;
  const isTyping = event.target !== field && field.matches(TYPED_INTO) && !event.target.matches(TYPED_INTO);
  if (event.key === "Enter") return isTyping ? field.form?.requestSubmit() : event.defaultPrevented && press(field);
  if (!isTyping) return listen(event);
  if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  field.setRangeText(event.key, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])";
const ROWS = ".task, .history__item";
const PREFIX_LIVES = 1500;

function listen(event) {
  if (event.defaultPrevented || event.altKey || event.metaKey) return;
  if (event.isComposing || event.keyCode === 229 || document.querySelector("dialog[open]")) return;
  const isTable = Boolean(document.querySelector("[data-step]"));
  if (!isTable) fetchTable();
  if (event.target.matches(TYPED_INTO)) return;
  if ("fieldComes" in document.body.dataset) return held.push(event);
  const key = nameOf(event);
  if (!isTable && (held.length || !find((one) => one === key))) return wait(event);
  if (obey(key, event.repeat)) event.preventDefault();
}

// What Enter presses may be elsewhere by then.
function wait(event) {
  if (event.key === "Enter" && !held.length) return;
  if (event.key === "Enter") event.preventDefault();
  held.push(event);
  table.then(() => held.splice(0).forEach(catchUp));
}

let table = null;

function fetchTable() {
  const target = document.querySelector("dialog[data-keys]");
  table ??= htmx.ajax("GET", target.dataset.keys, { source: "#keys", target, swap: "innerHTML" }).finally(() => (table = null));
}

// Whether there was something to do.
function obey(key, isRepeated) {
  const pressed = [document.body.dataset.prefix, key].filter(Boolean).join("-");
  delete document.body.dataset.prefix;
  const entry = find((key) => key === pressed);
  if (!entry && find((key) => key.startsWith(`${pressed}-`))) waitAfter(pressed);
  return entry && !(isRepeated && !entry.dataset.step) && act(entry);
}

const find = (fits) => [...document.querySelectorAll("[data-key]")].find((entry) => entry.dataset.key.split(" ").some(fits));

// Layouts without Latin letters name a key by its place.
function nameOf({ key, code, ctrlKey, shiftKey }) {
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
  if (link) htmx.ajax("GET", link.getAttribute("href").replace(/edit$/, "title/edit"), { target: row, swap: "outerHTML" });
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

function press(element) {
  element?.click();
  return Boolean(element);
}

function open(dialog) {
  dialog?.showModal();
  return Boolean(dialog);
}

function closeAfterPress({ target, currentTarget }) {
  if (target === currentTarget || target.closest("a, button")) currentTarget.close();
}
