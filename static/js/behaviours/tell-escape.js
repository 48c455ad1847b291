// Escape in a form becomes its event "escape", to which Cancel listens.
export function tellEscape() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.target.closest("form")?.dispatchEvent(new Event("escape"));
  });
}
