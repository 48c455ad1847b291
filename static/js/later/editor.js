// What editors do, and the sheets of the full one. Enter in the field for a step adds it at once and leaves the
// field free for the next one, which may be typed before the answer is there; what was refused comes back.
import { cancel } from "./cancel.js";
import { keepText, keepTexts } from "./keep-text.js";
import { oneLine } from "./one-line.js";
import { saveOnLeave } from "./save-on-leave.js";

export const edit = keepText;

export function listen() {
  for (const behaviour of [saveOnLeave, cancel, oneLine, keepTexts]) behaviour();
  for (const sheet of SHEETS) link(new URL(`../../css/pages/${sheet}.css`, import.meta.url).href);
  document.addEventListener("keydown", press);
  document.addEventListener("click", copy);
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => settle(ctx));
}

const SHEETS = ["editor", "opened", "choice", "menu", "prose", "label", "forms"];
const SHOWN = 2000;
const onTheirWay = new Map();
let steps = 0;

function link(href) {
  if (document.querySelector(`link[href="${CSS.escape(new URL(href).pathname)}"]`)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

function press(event) {
  const { target } = event;
  if (event.key !== "Enter" || event.isComposing) return;
  if (target.matches("textarea[data-ctrl-enter]") && (event.ctrlKey || event.metaKey)) target.form.requestSubmit();
  if (!target.matches("input[data-add-step]")) return;
  event.preventDefault();
  if (target.value.trim() && !event.repeat) add(target);
}

// The queue of its own stands outside the form, whose other fields are not sent.
function add(field) {
  const { addStep: url, requestKey } = field.dataset;
  const values = { title: field.value, request_key: `${requestKey}.${++steps}` };
  onTheirWay.set(values.request_key, { id: field.id, title: field.value });
  htmx.ajax("POST", url, { source: `#${field.id}-queue`, target: "#toasts", swap: "none", values });
  field.value = "";
}

function settle({ request, response }) {
  const key = request.body?.get?.("request_key");
  const step = onTheirWay.get(key);
  onTheirWay.delete(key);
  const field = step && response?.status !== 200 && document.getElementById(step.id);
  if (field) field.value = [step.title, field.value].filter(Boolean).join(" ");
}

// data-copy: a press on the link copies its address, where the browser lets us; elsewhere it is a link.
async function copy(event) {
  const link = event.target.closest("a[data-copy]");
  if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await navigator.clipboard.writeText(link.href);
  link.dataset.copied = "";
  setTimeout(() => delete link.dataset.copied, SHOWN);
}
