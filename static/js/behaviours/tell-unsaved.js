// A request that got no answer (offline, timed out) says so and marks what was not saved.
export function tellUnsaved(root) {
  if (root !== document.body) return;
  document.addEventListener("htmx:error", (event) => {
    const source = event.detail.ctx?.sourceElement;
    if (!source || event.detail.ctx.request.method === "GET") return;
    source.closest("li, form")?.setAttribute("data-unsaved", "");
    tell("Not saved. Check your connection and try again.");
  });
}

function tell(words) {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(Object.assign(document.createElement("p"), { className: "toast__text", textContent: words }));
  document.getElementById("toasts").replaceChildren(toast);
}
