// A title is one line, however long: Enter sends the form, and a break that is pasted becomes a space.
export function oneLine() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("textarea[data-one-line]")) return;
    event.preventDefault();
    if (!event.repeat) event.target.form.requestSubmit();
  });
  document.addEventListener("input", ({ target }) => {
    if (target.matches("textarea[data-one-line]") && /[\r\n]/.test(target.value)) target.value = target.value.replace(/\s*[\r\n]+\s*/g, " ");
  });
}
