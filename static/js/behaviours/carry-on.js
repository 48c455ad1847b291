// Lines are added as fast as they are typed: data-carry-on marks a form that is empty as soon as its line
// is on the way, and into which comes back what could not be added. A bounced Enter or click finds it empty
// and sends nothing; each line has a key of its own, so that the same one typed twice makes two tasks.
export function carryOn() {
  document.addEventListener("submit", ignoreEmpty, { capture: true });
  document.addEventListener("keydown", leave);
  document.addEventListener("input", ({ target }) => target.matches(`${FORM} [aria-invalid]`) && forgetError(target));
  document.addEventListener("htmx:config:request", ({ detail }) => detail.ctx.sourceElement.matches(FORM) && empty(detail.ctx));
  document.addEventListener("htmx:finally:request", ({ detail }) => detail.ctx.line && settle(detail.ctx));
}

const FORM = "form[data-carry-on]";
let lines = 0;

// Escape hands the keyboard to the list.
function leave({ key, isComposing, target }) {
  if (key === "Escape" && !isComposing && target.matches(`${FORM} *`)) target.blur();
}

function ignoreEmpty(event) {
  if (!event.target.matches(FORM) || event.target.elements.title.value.trim()) return;
  event.preventDefault();
  event.stopPropagation();
}

function forgetError(field) {
  document.getElementById(field.getAttribute("aria-describedby"))?.remove();
  ["aria-invalid", "aria-describedby"].forEach((name) => field.removeAttribute(name));
}

function empty(ctx) {
  const form = ctx.sourceElement;
  const { title, request_key: key } = form.elements;
  ctx.line = { form, title: title.value, key: key.value };
  title.value = "";
  key.value = `${key.value.split(".")[0]}.${++lines}`;
}

// A refusal (422) brings a form with the line in it; after any other failure the form that stands gets it.
function settle({ line, response }) {
  const { title, request_key: key } = document.getElementById(line.form.id).elements;
  if (response?.status === 200) return;
  if (response?.status === 422) {
    title.value = joined(title.value, line.form.elements.title.value);
    return;
  }
  title.value = joined(line.title, title.value);
  key.value = line.key;
}

const joined = (...texts) => texts.filter(Boolean).join(" ");
