// What is half typed in the field for a new task stays in this tab, for this person, until it is added.
export function keepDraft() {
  if (!field()) return;
  field().value ||= sessionStorage.getItem(key()) ?? "";
  document.addEventListener("input", ({ target }) => target === field() && keep());
  document.addEventListener("htmx:finally:request", ({ detail }) => detail.ctx.sourceElement.matches("[data-carry-on]") && keep());
}

const key = () => `draft-${document.body.dataset.person}`;
const field = () => document.getElementById("new-title");

function keep() {
  if (field().value) sessionStorage.setItem(key(), field().value);
  else sessionStorage.removeItem(key());
}
