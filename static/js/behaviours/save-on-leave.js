// A title editor saves when the focus leaves its form; unchanged, it closes. Escape and Cancel go
// before: they stay inside the form, and a press on the form (Safari focuses no buttons) is no leaving.
export function saveOnLeave(root) {
  for (const form of root.querySelectorAll("form[data-save-on-leave]")) {
    form.addEventListener("focusout", (event) => {
      if (form.contains(event.relatedTarget) || form.matches(":active") || !document.hasFocus()) return;
      // A swap takes the focus away too, and the form with it: by then it is gone from the page.
      setTimeout(() => leave(form, form.elements.namedItem("title")));
    });
  }
}

function leave(form, title) {
  if (!form.isConnected) return;
  if (title.value === title.defaultValue && !title.hasAttribute("aria-invalid")) {
    form.dispatchEvent(new Event("escape"));
  } else {
    form.requestSubmit();
  }
}
