// Lines that are pasted into the field for a new task go to a page of their own, with what was typed around them,
// where they are seen as tasks before they are added. The form sends itself there and stays as it was.
export function several(field, text) {
  const { form } = field;
  const lines = document.createElement("textarea");
  lines.name = "text";
  lines.hidden = true;
  lines.value = field.value.slice(0, field.selectionStart) + text + field.value.slice(field.selectionEnd);
  const action = form.getAttribute("action");
  form.append(lines);
  form.setAttribute("action", form.querySelector(".new-task__several").pathname.replace(/new$/, "preview"));
  form.submit();
  lines.remove();
  form.setAttribute("action", action);
}
