// A row that leaves the list folds away: what folds is a likeness, of which only the eye knows.
export function fold() {
  document.addEventListener("htmx:before:swap", ({ detail }) => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const { swapSpec, target } of detail.tasks) {
      if (swapSpec.style === "delete") foldAway(typeof target === "string" ? document.querySelector(target) : target);
    }
  });
}

function foldAway(row) {
  if (!row?.matches(".task")) return;
  const likeness = row.cloneNode(true);
  likeness.inert = true;
  for (const part of [likeness, ...likeness.querySelectorAll("[id]")]) part.removeAttribute("id");
  delete likeness.dataset.order;
  if (row.querySelector(".task__check.htmx-request")) likeness.classList.toggle("task--done");
  row.after(likeness);
  const open = { blockSize: `${row.offsetHeight}px`, overflow: "clip" };
  const folding = likeness.animate([open, { ...open, offset: 0.3 }, { blockSize: 0, paddingBlock: 0, opacity: 0, overflow: "clip" }], 240);
  folding.onfinish = () => likeness.inert && likeness.remove();
}
