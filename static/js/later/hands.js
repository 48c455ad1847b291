// What is done to rows by hand: selecting several, dragging, and what keys tell the focused row by the event `hand`.
import { dragging, reach } from "./dragging.js";
import { fieldComes } from "./field-comes.js";
import { base, selected, selecting, toggle } from "./selecting.js";

let areHere = false;

// A press that has asked for it may go on to drag, if it was no click that is over by now: a mouse that is down makes
// active what it is on, a finger has captured it.
export function hands(press) {
  if (!areHere) listen();
  if (press?.type === "pointerdown" && isHeld(press)) reach(press);
}

const isHeld = ({ target, pointerId }) => target.matches(":active") || target.hasPointerCapture(pointerId);

function listen() {
  areHere = true;
  SHEETS.forEach(link);
  selecting();
  dragging();
  document.addEventListener("hand", (event) => act(event.target.closest(".task"), event.detail) && event.preventDefault());
  document.addEventListener("keydown", leave, { capture: true });
}

const SHEETS = ["forms", "menu", "picker", "selecting"];

function link(name) {
  const { href, pathname } = new URL(`../../css/pages/${name}.css`, import.meta.url);
  if (!document.querySelector(`link[href="${CSS.escape(pathname)}"], link[href="${CSS.escape(href)}"]`)) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

// As the page shows it: what stands there beside a row may be all that a list holds, or only what is open.
const MOVES = {
  up: (row) => ["position", beside(row, "previous", "before") ?? { to: "up" }],
  down: (row) => ["position", beside(row, "next", "after") ?? { to: "down" }],
  in: (row) => (beside(row, "previous", "parent") ? ["position", beside(row, "previous", "parent")] : ["level", {}]),
  out: () => ["level/delete", {}],
};
const OF_SELECTED = ["completion", "copy", "priority-1", "priority-2", "priority-3", "priority-4"];
const MENUS = { move: "bulk-move", labels: "bulk-label" };
const PAGES = { move: "position/edit", labels: "labels" };

const move = (id, resource, values) => post(`${base()}${id}/${resource}`, values);

function beside(row, side, name) {
  const other = row[`${side}ElementSibling`];
  if (other?.matches(".task[id]")) return { [name]: other.id.replace("task-", "") };
  return null;
}

// Whether there was something to do.
function act(row, name) {
  if (selected().length && (OF_SELECTED.includes(name) || MENUS[name])) return actOnAll(name);
  if (!row?.querySelector("button.task__check") || name === "completion") return false;
  const id = row.id.replace("task-", "");
  if (name === "select" || name === "range") toggle(row, undefined, name === "range");
  else if (name === "next" || name === "before") extend(row, name === "next" ? row.nextElementSibling : row.previousElementSibling);
  else if (name === "above" || name === "below") addBeside(row, id, name);
  else if (PAGES[name]) location.assign(`${base()}${id}/${PAGES[name]}`);
  else if (MOVES[name]) move(id, ...MOVES[name](row));
  else send(name, [id]);
  return true;
}

function actOnAll(name) {
  if (!MENUS[name]) return send(name, selected()), true;
  const opener = document.getElementById(MENUS[name]);
  opener?.click();
  opener?.parentElement.querySelector("select, input, a")?.focus();
  return Boolean(opener);
}

function send(name, ids) {
  const [resource, priority] = name.split("-");
  post(`${base()}selection/${resource}`, { ids, ...(priority && { priority }) });
}

export function post(url, values) {
  return htmx.ajax("POST", url, { target: "#toasts", swap: "none", values });
}

// The row that has the focus and the one beside it are selected, and the focus goes on.
function extend(row, beside) {
  if (!beside?.querySelector("button.task__check")) return;
  toggle(row, true, false);
  toggle(beside, true, false);
  beside.querySelector("a.task__title").focus();
}

function addBeside(row, id, side) {
  document.querySelector(".task--new")?.remove();
  const request = htmx.ajax("GET", `${base()}new?${side}=${id}`, { target: row, swap: side === "above" ? "beforebegin" : "afterend" });
  fieldComes(request, ".task--new input:not([type=hidden])");
}

// Escape in the field for a task beside another one puts it away.
function leave(event) {
  const field = event.key === "Escape" && !event.isComposing && event.target.closest(".task--new");
  if (!field) return;
  event.stopPropagation();
  const row = document.getElementById(field.dataset.beside);
  field.remove();
  row?.querySelector("a.task__title")?.focus();
}
