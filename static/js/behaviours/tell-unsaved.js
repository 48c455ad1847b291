// A request that got no answer (offline, timed out), or none of ours, says so and marks what was not
// saved. Our own answers bring their words with them, which replace these.
export function tellUnsaved() {
  document.addEventListener("htmx:before:request", ({ detail }) => {
    if (detail.ctx.request.method !== "GET") placeOf(detail.ctx)?.removeAttribute("data-unsaved");
  });
  document.addEventListener("htmx:error", ({ detail }) => {
    if (detail.ctx) failed(detail.ctx, "Check your connection and try again.");
  });
  document.addEventListener("htmx:response:error", ({ detail }) => {
    if (detail.ctx.response.status >= 500) failed(detail.ctx, "Try again in a moment.");
  });
}

const placeOf = ({ sourceElement }) => sourceElement.closest("li, form");

function failed(ctx, advice) {
  if (ctx.request.method === "GET") return tell(`Not loaded. ${advice}`);
  placeOf(ctx)?.setAttribute("data-unsaved", "");
  tell(`Not saved. ${advice}`);
}

function tell(words) {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(Object.assign(document.createElement("p"), { className: "toast__text", textContent: words }));
  document.getElementById("toasts").replaceChildren(toast);
}
