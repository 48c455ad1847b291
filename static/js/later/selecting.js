// Tasks that are selected are the hidden fields of the one form #bulk; the checkboxes of rows only show them, so that
// whatever htmx swaps, what was selected stays. The form comes with the first of them and goes with the last.
export function selecting() {
  htmx.onLoad(show);
  document.addEventListener("htmx:after:swap", show);
  document.addEventListener("click", press);
  document.addEventListener("change", ({ target }) => target.matches(BOX) && toggle(target.closest("li"), target.checked));
  document.addEventListener("keydown", leave, { capture: true });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => settle(ctx));
  show();
}

const BOX = ".task__select";
const form = () => document.getElementById("bulk");
const holder = () => document.getElementById("bulk-ids");
// The address of all tasks, which every row knows.
export const base = () => document.querySelector("a.task__title").pathname.replace(/\d+(\/edit)?$/, "");
const idOf = (row) => row.id.replace("task-", "");
const fieldOf = (id) => holder()?.querySelector(`[value="${CSS.escape(id)}"]`);
const rowsIn = (root) => [...root.querySelectorAll(".task:has(> button.task__check)")];
let range = false;

export const selected = () => [...(holder()?.children ?? [])].map(({ value }) => value);

export function show() {
  if (document.querySelector(".bulk--page")) return;
  for (const row of rowsIn(document)) boxOf(row).checked = Boolean(fieldOf(idOf(row)));
  for (const words of document.querySelectorAll("[data-select] > span")) words.hidden = !form();
  count();
}

function boxOf(row) {
  const id = idOf(row);
  const labelled = `task-${id}-title`;
  return row.querySelector(BOX) ?? row.querySelector(".task__actions").insertAdjacentElement("afterbegin",
    Object.assign(document.createElement("input"), { type: "checkbox", className: "task__select", id: `task-${id}-select`, ariaLabel: `Select: ${document.getElementById(labelled).textContent}` }));
}

// A press with Shift, by mouse or key, takes everything from the last one on.
export function toggle(row, on = !fieldOf(idOf(row)), through = range) {
  range = false;
  begin();
  const rows = rowsIn(row.parentElement);
  const last = rows.findIndex(({ id }) => id === form().dataset.last);
  const [from, to] = [last, rows.indexOf(row)].sort((a, b) => a - b);
  for (const each of through && last >= 0 ? rows.slice(from, to + 1) : [row]) set(idOf(each), on);
  form().dataset.last = row.id;
  if (!holder().children.length) return end();
  show();
}

function set(id, on) {
  if (!on) return fieldOf(id)?.remove();
  if (!fieldOf(id)) holder().append(Object.assign(document.createElement("input"), { type: "hidden", name: "ids", value: id }));
}

function begin() {
  if (form()) return;
  const made = Object.assign(document.createElement("form"), { id: "bulk", className: "bulk", method: "post", ariaLabel: "Selected tasks" });
  made.append(document.querySelector("#act [name=csrf_token]").cloneNode(), element("span", "bulk-ids"), element("p", "bulk-count"), element("div", "bulk-actions"), closer());
  document.getElementById("main").after(made);
  htmx.ajax("GET", `${base()}selection/new`, { target: "#bulk-actions", swap: "outerHTML" });
}

function element(name, id) {
  const made = Object.assign(document.createElement(name), { id, className: id.replace("-", "__"), hidden: id === "bulk-ids" });
  if (name === "p") made.role = "status";
  return made;
}

function closer() {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "bulk__action", ariaLabel: "Leave the selection", textContent: "✕" });
  button.addEventListener("click", end);
  return button;
}

function count() {
  const words = document.getElementById("bulk-count");
  if (words && holder()) words.textContent = `${holder().children.length} selected`;
}

export function end() {
  const back = form()?.contains(document.activeElement) ? document.getElementById(`${form().dataset.last}-title`) : null;
  form()?.remove();
  show();
  back?.focus();
}

function press(event) {
  const opener = event.target.closest("a[data-select]");
  if (event.target.matches(BOX)) range = event.shiftKey;
  if (!opener || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (!form()) return begin(), show();
  htmx.ajax("GET", opener.getAttribute("href"), { source: opener, target: "#bulk-ids", swap: "none" });
}

function leave(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !form() || event.target.closest("form:not(#bulk), details[open], dialog")) return;
  end();
}

// What was asked for is done, or the ids of a whole list have come, some of which were there before.
function settle({ request, response }) {
  if (!form() || response?.status !== 200) return;
  if (request.method !== "GET" && request.action.includes("/tasks/selection/")) return end();
  const seen = new Set();
  for (const field of [...holder().children]) seen.has(field.value) ? field.remove() : seen.add(field.value);
  show();
}
