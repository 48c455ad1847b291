// The second click of a double click would hit whatever has come under the pointer: buttons that change
// something take the first one only.
export function oneClick() {
  document.addEventListener("click", (event) => {
    if (event.detail < 2 || !event.target.closest("button[form=act]")) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });
}
