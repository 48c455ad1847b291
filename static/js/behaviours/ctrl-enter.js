// In a text of several lines Enter makes a new one; Ctrl+Enter sends its form.
export function ctrlEnter() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (event.target.matches("textarea[data-ctrl-enter]")) event.target.form.requestSubmit();
  });
}
