// When the focused element is swapped away, focus goes to its successor: the same id, the same part
// of the row now in its place, or the start of the content. A focus that the swap itself set is left alone.
export function keepFocus() {
  document.addEventListener("htmx:before:swap", () => {
    const before = document.activeElement;
    if (!before || before === document.body) return;
    const row = before.closest("[data-order], li[id]");
    const rows = [...(row?.parentElement.children ?? [])].filter(({ id }) => id);
    const at = rows.indexOf(row);
    const beside = [rows[at + 1], rows[at - 1]].flatMap((other) => [partOf(other, row, before), titleOf(other)]);
    const places = [before.id, titleOf(row), fieldOf(row), ...beside, "new-title", "main"];
    document.addEventListener("htmx:after:swap", () => focusFirst(places), { once: true });
  });
}

const fieldOf = (row) => row?.id && `${row.id}-field`;
const titleOf = (row) => row?.id && `${row.id}-title`;

// The ring of another row for a ring, its button for a button.
const partOf = (other, row, { id }) => other?.id && id.startsWith(row.id) && id.replace(row.id, other.id);

function focusFirst(ids) {
  if (document.activeElement !== document.body) return;
  ids.map((id) => id && document.getElementById(id)).find(Boolean)?.focus();
}
