// When the session ends in the middle of an edit, what was typed is kept on this device, for this
// person, until they have signed in again; then the editor opens with it. data-keep names the editor.
export function keepText(root) {
  if (root === document.body) {
    document.addEventListener("htmx:response:error", (event) => keep(event.detail.ctx));
    openEditor();
  }
  for (const form of root.querySelectorAll("form[data-keep]")) fill(form);
}

const key = () => `kept-text-${document.body.dataset.person}`;
const kept = () => JSON.parse(sessionStorage.getItem(key()) ?? "null");

function keep({ response, sourceElement }) {
  const form = sourceElement.closest("form[data-keep]");
  const title = form?.elements.namedItem("title");
  if (response.status !== 401 || !title) return;
  sessionStorage.setItem(key(), JSON.stringify({ editor: form.dataset.keep, title: title.value }));
}

function openEditor() {
  const editor = kept()?.editor;
  if (!editor || document.querySelector(`form[data-keep="${CSS.escape(editor)}"]`)) return;
  document.querySelector(`a[hx-get="${CSS.escape(editor)}"]`)?.click();
}

function fill(form) {
  const text = kept();
  if (text?.editor !== form.dataset.keep) return;
  form.elements.namedItem("title").value = text.title;
  sessionStorage.removeItem(key());
}
