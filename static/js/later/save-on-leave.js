// A title editor saves when the focus leaves its form; unchanged, it closes. Where a press took the focus
// away, nothing moves before the press has become a click, which would else miss what it is meant for.
export function saveOnLeave() {
  document.addEventListener("pointerdown", () => (pressed = true), { capture: true });
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, release, { capture: true });
  document.addEventListener("click", leave, { capture: true });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const form = target.closest("form[data-save-on-leave]");
    // A press on the form (Safari focuses no buttons) is no leaving, nor is another window.
    if (!form || form.contains(relatedTarget) || form.matches(":active") || !document.hasFocus()) return;
    left = form;
    if (!pressed) setTimeout(leave);
  });
}

let pressed = false;
let left = null;

function release() {
  pressed = false;
  setTimeout(leave);
}

// A swap takes the focus away too, and the form with it: by then it is gone from the page.
function leave() {
  const form = left;
  left = null;
  if (pressed || !form?.matches("[data-save-on-leave]") || !form.isConnected) return;
  const { title } = form.elements;
  if (title.value === title.defaultValue && !title.hasAttribute("aria-invalid")) form.querySelector("a[data-cancel]").click();
  else form.requestSubmit();
}
