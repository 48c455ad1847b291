// Back shows a page as it was first sent, without what was changed on it since: a page with data-fresh is
// then fetched anew. A page that the browser has kept alive may be another person's by now: whatever is
// for a signed-in person is hidden and fetched anew too.
export function freshOnReturn() {
  if (document.body.matches("[data-person]")) addEventListener("pageshow", showAnew);
  if (!document.querySelector("[data-fresh]")) return;
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival?.type === "back_forward" && arrival.transferSize === 0) location.reload();
}

function showAnew(event) {
  if (!event.persisted) return;
  document.documentElement.hidden = true;
  location.reload();
}
