// What was half typed before is back at once; the rest comes with the first key. Where there is a field for a
// new task, what leads to one elsewhere leads there.
export function quickAdd(fetchTyped) {
  const field = () => document.getElementById("new-title");
  if (field()) field().value ||= sessionStorage.getItem(`draft-${document.body.dataset.person}`) ?? "";
  document.addEventListener("click", (event) => {
    if (!field() || event.ctrlKey || event.metaKey || !event.target.closest("a[href$='/tasks/new']")) return;
    event.preventDefault();
    field().focus();
  });
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-carry-on] [name=title]")) fetchTyped().then(({ typed }) => typed(target), () => {});
  });
}
