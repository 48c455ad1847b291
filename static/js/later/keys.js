// Keys do what their table says, which the first of them fetches. What is pressed while it, or a field, is on its way
// waits for that (behaviours/first-keys.js).
import { hands } from "./hands.js";
import { find, nameOf, obey, press } from "./table-of-keys.js";

let held, hold, isField, isTheirs;

export function keys(waiting) {
  ({ held, hold, isField, isTheirs } = waiting);
  hands();
  document.addEventListener("keydown", listen);
  document.addEventListener("field-came", ({ detail }) => come(detail));
  document.getElementById("keys")?.addEventListener("click", closeAfterPress);
  goOn();
}

const isTableHere = () => Boolean(document.querySelector("[data-step]"));
const isTyping = () => isField(document.activeElement);

// What the page itself knows needs no table, nor does text.
function isToWait(event) {
  return "fieldComes" in document.body.dataset || !(isTableHere() || isTyping() || find((key) => key === nameOf(event)));
}

function listen(event) {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing || event.keyCode === 229) return;
  if (isTheirs(event) || document.querySelector("dialog[open]")) return;
  if (held.length || isToWait(event)) return hold(event) ?? goOn();
  if (obey(nameOf(event), event.repeat)) event.preventDefault();
}

// What has led into a field makes text of what was pressed after it.
function goOn() {
  while (held.length && !isToWait(held[0])) take(held.shift());
  if (held.length && !isTableHere()) fetchTable();
}

let table = null;

function fetchTable() {
  const target = document.querySelector("dialog[data-keys]");
  table ??= htmx.ajax("GET", target.dataset.keys, { source: "#keys", target, swap: "innerHTML" }).finally(() => {
    table = null;
    come(isTableHere());
  });
}

// What waited for something that has not come, without a network, is forgotten.
function come(something) {
  if (!something) held.length = 0;
  goOn();
}

function take(event) {
  const field = document.activeElement;
  if (isTyping()) type(event, field);
  else if (event.key === "Enter") press(field.closest("a, button"));
  else if (!document.querySelector("dialog[open]")) obey(nameOf(event), event.repeat);
}

function type({ key, ctrlKey }, field) {
  if (key === "Enter") return field.form?.requestSubmit();
  if (key === "Escape") return field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  if (key.length > 1 || ctrlKey) return;
  field.setRangeText(key, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function closeAfterPress({ target, currentTarget }) {
  if (target === currentTarget || target.closest("a, button")) currentTarget.close();
}
