// An open menu (details[data-menu]) closes by Escape, by a click elsewhere and behind what is chosen in it, which
// hands the focus back to its opener; a step up or down leaves it open, to be pressed again.
export function menus() {
  if (areHere) return;
  areHere = true;
  document.addEventListener("click", ({ target }) => opened().forEach((menu) => {
    if (!menu.contains(target)) menu.open = false;
    else if (target.closest("a, button:not([name=step])")) close(menu);
  }));
  document.addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target.closest("details[data-menu][open]");
    if (menu) close(menu);
  });
}

let areHere = false;
const opened = () => [...document.querySelectorAll("details[data-menu][open]")];

function close(menu) {
  menu.open = false;
  menu.querySelector("summary").focus();
}
