// The dialog of a picker opens once it is filled and closes when something was saved; in its month arrow keys move
// by days and weeks, Home and End within a week, Page Up and Page Down by months.
const SHEETS = ["forms", "picker", "choice"];
const DAY = 86400000;
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
let opener = null;
let wanted = "";

export async function open(link) {
  const dialog = document.getElementById("picker");
  if (!dialog.dataset.listens) listen(dialog);
  opener = link;
  dialog.replaceChildren();
  const filled = htmx.ajax("GET", link.getAttribute("href"), { source: "#picker", target: dialog, swap: "innerHTML" });
  await Promise.all([filled, ...SHEETS.map(sheet)]);
  if (dialog.open || !dialog.querySelector("form")) return;
  dialog.showModal();
  settle();
  dialog.querySelector("[autofocus]")?.focus();
}

// Of all days one can be reached by Tab.
function settle() {
  const days = [...document.querySelectorAll(".month__day")];
  const day = days.find(({ value }) => value === wanted);
  const first = day ?? days.find((one) => one.matches("[aria-pressed]")) ?? days.find((one) => one.matches("[aria-current]")) ?? days[0];
  for (const one of days) one.tabIndex = one === first ? 0 : -1;
  if (wanted) day?.focus();
  wanted = "";
}

function listen(dialog) {
  dialog.dataset.listens = "";
  dialog.addEventListener("keydown", press);
  document.addEventListener("htmx:after:swap", () => dialog.open && settle());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
    if (!event.target.closest("a[data-close]")) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => opener.isConnected && opener.focus());
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "GET" && ctx.response?.status === 200 && dialog.contains(ctx.sourceElement)) dialog.close();
  });
}

function sheet(name) {
  const { href, pathname } = new URL(`../../css/pages/${name}.css`, import.meta.url);
  if (document.querySelector(`link[href="${CSS.escape(pathname)}"], link[href="${CSS.escape(href)}"]`)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

function press(event) {
  const day = event.target.closest(".month__day");
  if (!day || event.ctrlKey || event.altKey || event.metaKey) return;
  const to = target(day, event.key);
  if (!to) return;
  event.preventDefault();
  go(to);
}

function target(day, key) {
  const week = [...day.closest("tr").querySelectorAll(".month__day")];
  if (key === "Home") return week[0].value;
  if (key === "End") return week.at(-1).value;
  if (key in STEPS) return iso(new Date(Date.parse(day.value) + STEPS[key] * DAY));
  return { PageUp: beside(day.value, -1), PageDown: beside(day.value, 1) }[key];
}

// The same number of another month, or its last day.
function beside(value, step) {
  const [year, month, number] = value.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + step, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + step, Math.min(number, last))));
}

const iso = (date) => date.toISOString().slice(0, 10);

function go(value) {
  wanted = value;
  const within = [...document.querySelectorAll(".month__day")].find((day) => day.value === value && !day.matches(".month__day--beside"));
  if (within) return settle();
  const [before, after] = ["before", "after"].map((side) => document.getElementById(`picker-month-${side}`));
  const shown = document.querySelector(".month__day:not(.month__day--beside)").value;
  (value < shown ? before : after)?.click();
}
