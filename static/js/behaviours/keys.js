// The table of keys (layouts/_keys.html) says what each key does; this only looks it up. The first key fetches it.
// j and k move between the rows of lists; what acts on a task acts on the row that has the focus.
export function keys() {
  if (document.body.dataset.keys === "off") return;
  document.addEventListener("keydown", listen);
  document.getElementById("keys")?.addEventListener("click", closeAfterPress);
}

const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])";
const ROWS = ".task, .history__item";
const PREFIX_LIVES = 1500;

function listen(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.isComposing || event.keyCode === 229 || document.querySelector("dialog[open]")) return;
  if (!document.querySelector("[data-step]")) fetchTable();
  if (event.target.matches(TYPED_INTO)) return leave(event);
  const key = nameOf(event);
  if (!table || (!waiting && find((one) => one === key))) return obey(key, event.repeat) && event.preventDefault();
  if (key === "Enter" && !waiting) return;
  if (key === "Enter") event.preventDefault();
  waiting++;
  table.then(() => waiting-- && replay(key, event.repeat));
}

// What was pressed before the table was there; once something of it led to a field, the rest is not obeyed.
function replay(key, isRepeated) {
  if (document.activeElement.matches(TYPED_INTO)) return;
  if (key === "Enter") press(document.activeElement);
  else obey(key, isRepeated);
}

let waiting = 0;
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
function nameOf({ key, code, shiftKey }) {
  const name = /^[^ -~]$/.test(key) ? code.replace("Key", "") : key;
  if (!/^[a-z]$/i.test(name)) return name;
  return `${shiftKey ? "Shift+" : ""}${name.toLowerCase()}`;
}

function waitAfter(prefix) {
  document.body.dataset.prefix = prefix;
  setTimeout(() => delete document.body.dataset.prefix, PREFIX_LIVES);
}

// Escape in the field for a new task, which stands open for typing, hands the keyboard to the list.
function leave({ key, target }) {
  if (key === "Escape" && target.matches("[data-carry-on] *")) target.blur();
}

// Whether there was something to do; if not, the browser does what it does with the key.
function act(entry) {
  const { step, row, title, focus, sheet } = entry.dataset;
  if (step) return focusOn(rowBeside(Number(step)));
  if (title !== undefined) return editTitle(focusedRow());
  if (row) return press(focusedRow()?.querySelector(row));
  if (sheet && open(document.querySelector(sheet))) return true;
  return (focus && focusOn(document.querySelector(focus))) || press(entry.querySelector("a, button"));
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
