// Who types on while the last line is being saved finds it in the fresh form: data-carry-on marks one
// that its own answer replaces. If Enter was pressed meanwhile, the line is sent next.
export function carryOn(root) {
  if (root !== document.body) return;
  on("htmx:before:request", (form) => (form.dataset.sent = form.elements.title.value));
  on("submit", (form) => typedOn(form) && (form.dataset.sendNext = ""));
  on("htmx:before:swap", (form) => {
    if (!typedOn(form)) return;
    document.addEventListener("htmx:after:swap", () => carry(form, document.getElementById(form.id)), { once: true });
  });
  on("htmx:finally:request", (form) => ["sent", "sendNext"].forEach((name) => delete form.dataset[name]));
}

function on(name, act) {
  const listen = ({ target }) => target.matches?.("form[data-carry-on]") && act(target);
  document.addEventListener(name, listen, { capture: true });
}

const typedOn = (form) => "sent" in form.dataset && form.dataset.sent !== form.elements.title.value;

function carry(old, fresh) {
  if (!fresh || fresh === old) return;
  fresh.elements.title.value = old.elements.title.value;
  if ("sendNext" in old.dataset) fresh.requestSubmit();
}
