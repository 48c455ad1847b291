// Enter in the field for a step adds it at once and leaves the field free for the next one, which may be typed
// before the answer is there; what was refused comes back. Without this, a step is saved with the rest.
export function addStep() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(FIELD)) return;
    event.preventDefault();
    if (event.target.value.trim() && !event.repeat) add(event.target);
  });
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (!ctx.step || ctx.response?.status === 200) return;
    const field = document.getElementById(ctx.step.id);
    if (field) field.value = [ctx.step.title, field.value].filter(Boolean).join(" ");
  });
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (waiting && ctx.request.action === waiting.url) [ctx.step, waiting] = [waiting, null];
  });
}

const FIELD = "input[data-add-step]";
let steps = 0;
let waiting = null;

function add(field) {
  const { addStep: url, requestKey } = field.dataset;
  waiting = { id: field.id, title: field.value, url };
  htmx.ajax("POST", url, { source: document.body, target: "#toasts", swap: "none", values: { title: field.value, request_key: `${requestKey}.${++steps}` } });
  field.value = "";
}
