// Rows are taken by the mouse, or by a finger that rests on them, and put elsewhere in their
// order; dropped further to the right than they were taken, rows become steps of the row above. What a drop asks of the
// server is what the forms ask; if it is refused, everything is back where it was.
import { post } from "./hands.js";
import { base } from "./selecting.js";

const STEP = 32;
const REST = 350;
const LASTS = 2000;
const SORTED = {
  tasks: { list: ".page .tasks", item: ".task:has(> button.task__check)" },
  steps: { list: ".steps__list", item: ".step:has(> button.task__check)" },
};
let library = null;
let pointer = null;
let taken = null;

export function dragging() {
  document.addEventListener("pointerdown", reach);
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, () => (pointer = null));
  document.addEventListener("contextmenu", (event) => pointer?.pointerType === "touch" && event.target.closest(".task, .step") && event.preventDefault());
  for (const name of ["pointermove", "touchmove"]) document.addEventListener(name, follow, { passive: true });
}

// The first press on a row fetches what moves it, and is then told to it again if it still lasts.
export function reach(event) {
  if (pointer === event || performance.now() - event.timeStamp > LASTS) return;
  pointer = event;
  if (event.button || event.target.closest("button, input, select, textarea, form, details, .bulk")) return;
  const kind = Object.values(SORTED).find(({ item, list }) => event.target.closest(item)?.parentElement.matches(list));
  const list = kind && event.target.closest(kind.item).parentElement;
  if (!list || window.Sortable?.get(list)) return;
  library ??= load();
  library.then((Sortable) => {
    for (const each of document.querySelectorAll(kind.list)) make(Sortable, each, kind);
    if (pointer === event) event.target.dispatchEvent(new PointerEvent("pointerdown", event));
  }, () => (library = null));
}

const load = () => new Promise((resolve, reject) => {
  const src = new URL("../../vendor/sortable-1.15.7.min.js", import.meta.url).href;
  document.head.append(Object.assign(document.createElement("script"), { src, onload: () => resolve(window.Sortable), onerror: reject }));
});

function make(Sortable, list, { item }) {
  if (Sortable.get(list)) return;
  Sortable.create(list, {
    group: item, draggable: item, filter: "button, input, summary, .menu__items", preventOnFilter: false,
    forceFallback: true, fallbackOnBody: true, fallbackTolerance: 4, delay: REST, delayOnTouchOnly: true, touchStartThreshold: 5,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120, scroll: true, bubbleScroll: true, scrollSensitivity: 60,
    ghostClass: "dragged", fallbackClass: "dragging", onStart: take, onEnd: drop,
  });
}

function take({ item }) {
  taken = { item, list: item.parentElement, next: item.nextSibling, x: pointer?.clientX ?? 0 };
  document.body.dataset.dragging = "";
  document.querySelector(".dragging").inert = true;
}

// Where the pointer is says whether a row becomes a step, and over which project it is.
function follow(event) {
  if (!taken) return;
  const { clientX, clientY } = event.touches?.[0] ?? event;
  taken.x ||= clientX;
  taken.across = clientX - taken.x;
  taken.over?.removeAttribute("data-drop");
  taken.over = document.elementFromPoint(clientX, clientY)?.closest(".sidebar__link[href*='/projects/']");
  taken.over?.setAttribute("data-drop", "");
  taken.item.toggleAttribute("data-inside", !taken.over && taken.across > STEP && Boolean(rowBeside(taken.item, "previous")));
}

function drop() {
  const { item, list, next, over, across } = taken;
  delete document.body.dataset.dragging;
  over?.removeAttribute("data-drop");
  item.removeAttribute("data-inside");
  taken = null;
  if (!item.isConnected) return; // a swap has taken it away meanwhile
  const values = wanted(item, over, across ?? 0);
  const stands = item.parentElement === list && item.nextSibling === next;
  const back = () => item.isConnected && list.insertBefore(item, next?.parentNode === list ? next : null);
  const goesAway = values.parent || values.out || over;
  if (goesAway) back();
  if (goesAway || !stands) send(item, values, back);
}

function wanted(item, over, across) {
  if (over) return { project: over.getAttribute("href").replace(/.*\//, "") };
  const [previous, following] = [rowBeside(item, "previous"), rowBeside(item, "next")];
  if (previous && across > STEP) return { parent: idOf(previous) };
  if (item.matches(".step") && across < -STEP) return { out: true };
  const [kind, id] = (item.parentElement.dataset.place ?? "").split("-");
  return { ...(id && { [kind]: id }), ...(previous && { after: idOf(previous) }), ...(following && { before: idOf(following) }) };
}

const idOf = ({ id }) => id.replace(/^\w+-/, "");

function rowBeside(item, side) {
  let other = item[`${side}ElementSibling`];
  while (other && !other.matches(".task[id], .step[id]")) other = other[`${side}ElementSibling`];
  return other;
}

async function send(item, { out, ...values }, back) {
  const url = `${base()}${idOf(item)}/${out ? "level/delete" : "position"}`;
  const settle = ({ detail: { ctx } }) => ctx.request.action.endsWith(url) && ctx.response?.status !== 200 && back();
  document.addEventListener("htmx:finally:request", settle);
  await post(url, values);
  document.removeEventListener("htmx:finally:request", settle);
  document.getElementById(`${item.id}-title`)?.focus();
}
