// An open menu (details[data-menu]) closes by Escape, which hands the focus back to its opener, by a click
// elsewhere and behind its links; its buttons leave it open, to be pressed again.
export function menus() {
  document.addEventListener("click", ({ target }) => {
    opened().filter((menu) => !menu.contains(target) || target.closest("a")).forEach((menu) => { menu.open = false; });
  });
  document.addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target.closest("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

const opened = () => [...document.querySelectorAll("details[data-menu][open]")];
