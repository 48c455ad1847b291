// A field that takes the focus with a text in it is typed on at its end.
export function caretAtEnd(root) {
  for (const field of root.querySelectorAll("input[autofocus], textarea[autofocus]")) {
    if (field.selectionStart !== null) field.setSelectionRange(field.value.length, field.value.length);
  }
}
