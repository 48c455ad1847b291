// When the focused element is swapped away, focus goes to its successor: the same id, the row now in
// its place, or the start of the content. A focus that the swap itself set is left alone.
export function keepFocus() {
  document.addEventListener("htmx:before:swap", () => {
    const before = document.activeElement;
    if (!before || before === document.body) return;
    const row = before.closest("[data-order], li[id]");
    const places = [before.id, row && `${row.id}-title`, titleOf(row?.nextElementSibling), titleOf(row?.previousElementSibling), "new-title", "main"];
    document.addEventListener("htmx:after:swap", () => focusFirst(places), { once: true });
  });
}

const titleOf = (row) => row?.id && `${row.id}-title`;

function focusFirst(ids) {
  if (document.activeElement !== document.body) return;
  ids.map((id) => id && document.getElementById(id)).find(Boolean)?.focus();
}
