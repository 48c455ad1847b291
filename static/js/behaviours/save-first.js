// A link followed while something is being saved waits for the answer, so that the next page shows it. If
// that fails the page stays, with what was typed. Whoever presses the link again does not wait.
export function saveFirst() {
  document.addEventListener("htmx:before:request", ({ detail }) => isChange(detail.ctx) && saving.add(detail.ctx));
  document.addEventListener("htmx:finally:request", ({ detail }) => {
    if (!saving.delete(detail.ctx)) return;
    if (detail.ctx.response?.status !== 200) wanted = null;
    setTimeout(go);
  });
  document.addEventListener("click", hold);
}

const saving = new Set();
let wanted = null;

const isChange = ({ request }) => request.method !== "GET";

function hold(event) {
  const link = event.target.closest("a[href]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
  if (!link || elsewhere || event.defaultPrevented || !saving.size || link.href === wanted) return;
  if (link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  wanted = link.href;
}

// The next of several lines in a queue is on its way by now.
function go() {
  if (wanted && !saving.size) location.assign(wanted);
}
