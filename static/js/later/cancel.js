// Cancel, and Escape anywhere in its form, discards what was typed and puts the row back as it was, without
// asking for it. If anything was changed meanwhile, or the editor came with the page, the link's own request does.
export function cancel() {
  document.addEventListener("htmx:config:request", ({ detail }) => keep(detail.ctx.sourceElement.closest("li:has(> a.task__title)")));
  document.addEventListener("htmx:after:request", ({ detail }) => detail.ctx.request.method !== "GET" && rows.clear());
  document.addEventListener("keydown", ({ key, isComposing, target }) => {
    if (key === "Escape" && !isComposing) target.closest("form")?.querySelector(CANCEL)?.click();
  });
  document.addEventListener("click", close, { capture: true });
}

const CANCEL = "a[data-cancel]";
const rows = new Map();

const keep = (row) => row && rows.set(row.id, row.cloneNode(true));

function close(event) {
  const form = event.target.closest(CANCEL)?.closest("form");
  if (!form || event.ctrlKey || event.metaKey || event.shiftKey) return;
  form.removeAttribute("data-save-on-leave");
  const editor = form.closest("li");
  const row = rows.get(editor?.id);
  if (!row) return;
  event.preventDefault();
  event.stopPropagation();
  rows.delete(editor.id);
  const hadFocus = editor.contains(document.activeElement);
  editor.replaceWith(row);
  htmx.process(row);
  if (hadFocus) row.querySelector("a.task__title").focus();
}
