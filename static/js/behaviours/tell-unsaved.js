// A request that got no answer (offline, timed out), or none of ours, says so and marks what was not
// saved. Our own answers bring their words with them, which replace these.
export function tellUnsaved(root) {
  if (root !== document.body) return;
  document.addEventListener("htmx:error", ({ detail }) => {
    if (detail.ctx) failed(detail.ctx, "Check your connection and try again.");
  });
  document.addEventListener("htmx:response:error", ({ detail }) => {
    if (detail.ctx.response.status >= 500) failed(detail.ctx, "Try again in a moment.");
  });
}

function failed({ sourceElement: source, request }, advice) {
  if (request.method === "GET") return tell(`Not loaded. ${advice}`);
  source.closest("li, form")?.setAttribute("data-unsaved", "");
  tell(`Not saved. ${advice}`);
}

function tell(words) {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(Object.assign(document.createElement("p"), { className: "toast__text", textContent: words }));
  document.getElementById("toasts").replaceChildren(toast);
}
