// A key that is pressed outside of a field presses the button that names it in data-key.
export function pressByKey(root) {
  if (root !== document.body) return;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.target.closest("input, textarea, select")) return;
    document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
}
