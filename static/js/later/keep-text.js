// What is typed in an open editor stays on this device, for this person, until it is saved or cancelled: over
// a reload, a crash and the end of the session, after which the editor opens with it. data-keep names the
// editor; the draft keeps the version that it was made on, so that saving it overwrites nothing.
export function keepText(root) {
  // One that comes as an answer to saving holds what was sent, and newer than the draft; only where there is
  // something to choose the draft keeps what was typed, and the version that asks again.
  for (const form of root.querySelectorAll(`${FORM}:not([data-choosing])`)) form.querySelector("[autofocus]") ? fill(form) : keep(form);
}

const PREFIX = () => `draft-${document.body.dataset.person}-`;
const NOT_KEPT = ["", "csrf_token", "next"];
const keyOf = (form) => PREFIX() + form.dataset.keep;
const namesIn = (form) => [...new Set([...form.elements].map(({ name }) => name))].filter((name) => !NOT_KEPT.includes(name));

export function keepTexts() {
  document.addEventListener("input", ({ target }) => target.type !== "radio" && keep(target.form));
  document.addEventListener("click", ({ target }) => drop(target.closest("a[data-cancel]")?.closest("form")), { capture: true });
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if ([200, 204].includes(ctx.response?.status) && ctx.request.method !== "GET") drop(ctx.sourceElement.closest("form"));
  });
  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    const form = ctx.sourceElement.closest("form");
    if (ctx.response.status === 401 && form?.matches(FORM)) sessionStorage.setItem("reopen", keyOf(form));
  });
  document.addEventListener("submit", ({ target }) => target.matches("form[data-forget]") && forget());
  reopen();
}

const FORM = "form[data-keep]";

function keep(form) {
  if (!form?.matches(FORM)) return;
  const values = new FormData(form);
  localStorage.setItem(keyOf(form), JSON.stringify(Object.fromEntries(namesIn(form).map((name) => [name, values.getAll(name)]))));
}

function drop(form) {
  if (form?.matches(FORM)) localStorage.removeItem(keyOf(form));
}

function fill(form) {
  const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null");
  form.toggleAttribute("data-draft", draft !== null);
  if (draft) for (const name of new Set([...namesIn(form), ...Object.keys(draft)])) put(form, name, draft[name]);
}

function put(form, name, values) {
  const controls = [...form.elements].filter((control) => control.name === name);
  if (name.startsWith("seen_")) see(form, name, controls, values ?? []);
  else if (values) for (const control of controls) set(control, [values].flat());
}

// Which boxes were checked when the draft was made: what others have checked since is not taken away by it.
function see(form, name, controls, values) {
  controls.forEach((control) => control.remove());
  form.append(...values.map((value) => Object.assign(document.createElement("input"), { type: "hidden", name, value })));
}

function set(control, values) {
  if (!["checkbox", "radio"].includes(control.type)) {
    control.value = values[0] ?? "";
  } else if (control.checked !== values.includes(control.value)) {
    control.checked = !control.checked;
    control.closest("details")?.setAttribute("open", "");
  }
}

// Signing out leaves nothing of anybody on this device.
function forget() {
  Object.keys(localStorage).filter((key) => key.startsWith("draft-")).forEach((key) => localStorage.removeItem(key));
}

// The session had ended: its person is back.
function reopen() {
  if (!document.body.dataset.person) return;
  const key = sessionStorage.getItem("reopen");
  sessionStorage.removeItem("reopen");
  if (!key?.startsWith(PREFIX())) return;
  const editor = key.slice(PREFIX().length);
  const opener = document.querySelector(`a[hx-get="${CSS.escape(editor)}"]`);
  if (!document.querySelector(`${FORM}[data-keep="${CSS.escape(editor)}"]`)) opener?.click();
}
