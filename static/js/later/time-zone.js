// Proposes the browser's time zone: silently where nothing is chosen yet, else as a button.
export function timeZone(root) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const input of root.querySelectorAll("input[data-time-zone]")) input.value = zone;
  for (const hint of root.querySelectorAll("[data-time-zone-hint]")) {
    propose(hint, document.getElementById(hint.dataset.timeZoneHint), zone);
  }
}

function propose(hint, select, zone) {
  if (select.value === zone || ![...select.options].some((option) => option.value === zone)) return;
  const button = hint.querySelector("button");
  button.textContent = zone.replaceAll("_", " ");
  button.addEventListener("click", () => {
    select.value = zone;
    hint.hidden = true;
    select.focus();
  });
  hint.hidden = false;
}
