// Behind a sign (# / @ %) the names that fit are offered, as a combobox with a list (WAI-ARIA 1.2): arrows choose,
// Enter or Tab takes, Escape closes. The list comes once from the server and anew after every change.
export async function suggest(field) {
  const list = await listFor(field);
  const found = tokenBefore(field);
  if (list && found && document.activeElement === field) show(field, list, found);
  else close();
}

const TOKEN = /(?:^|\s)(([#/@%])(?:"([^"]*)|([^\s"]*)))$/;
const PROJECT = /(?:^|\s)#(?:"([^"]+)"|([^\s"]+))/g;
const PLAIN = /^[\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*$/u;
const MOST = 8;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let names = null;
let opened = null;

document.addEventListener("keydown", press, { capture: true });
// The list for what stands there now comes in a moment: Enter is not to take from the one for what stood there.
document.addEventListener("input", ({ target }) => target === opened?.field && close());
document.addEventListener("focusout", ({ target }) => target === opened?.field && close());
document.addEventListener("click", ({ target }) => target === opened?.field && close());
document.body.addEventListener("counts-changed", () => (names = null));

async function listFor(field) {
  names ??= fetch(`${field.form.getAttribute("action")}/names`, { headers: { "HX-Request-Type": "partial" } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  const html = await names.catch(() => (names = null));
  if (!html) return null;
  const list = Object.assign(document.createElement("template"), { innerHTML: html }).content.firstElementChild;
  list.id = `${field.id}-names`;
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", ({ target }) => take(target.closest("[role=option]")));
  return list;
}

function tokenBefore(field) {
  const found = TOKEN.exec(field.value.slice(0, field.selectionStart));
  if (!found || field.selectionStart !== field.selectionEnd) return null;
  const [, whole, sign, quoted, plain] = found;
  return { whole, sign: sign === "%" ? "@" : sign, query: fold(quoted ?? plain), before: field.value.slice(0, found.index) };
}

function fitting(list, { sign, query, before }) {
  const project = sign === "/" ? fold([...before.matchAll(PROJECT)].map(([, quoted, plain]) => quoted ?? plain).at(-1) ?? "") : null;
  const all = [...list.children].filter(({ dataset }) => dataset.sign === sign && (project === null || fold(dataset.of) === project));
  const rank = ({ dataset }) => fold(dataset.name).split(/(?<=[\s-])/).findIndex((_, at, words) => words.slice(at).join("").startsWith(query));
  return all.filter((option) => rank(option) >= 0).sort((one, other) => Boolean(rank(one)) - Boolean(rank(other))).slice(0, MOST);
}

// Who has typed a whole name wants no list between them and Enter.
function show(field, list, token) {
  const options = fitting(list, token);
  close();
  if (!options.length || options.some(({ dataset }) => fold(dataset.name) === token.query)) return;
  list.replaceChildren(...options);
  options.forEach((option, at) => (option.id = `${list.id}-${at}`));
  field.form.append(list);
  opened = { field, list, at: 0 };
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "true", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  choose(0);
}

function choose(at) {
  const options = [...opened.list.children];
  opened.at = (at + options.length) % options.length;
  options.forEach((option, place) => option.setAttribute("aria-selected", String(place === opened.at)));
  opened.field.setAttribute("aria-activedescendant", options[opened.at].id);
  options[opened.at].scrollIntoView({ block: "nearest" });
}

function close() {
  if (!opened) return;
  opened.list.remove();
  opened.field.setAttribute("aria-expanded", "false");
  for (const name of ["aria-controls", "aria-activedescendant"]) opened.field.removeAttribute(name);
  opened = null;
}

function press(event) {
  if (event.target !== opened?.field || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const act = {
    ArrowDown: () => choose(opened.at + 1),
    ArrowUp: () => choose(opened.at - 1),
    Enter: () => take(opened.list.children[opened.at]),
    Tab: () => take(opened.list.children[opened.at]),
    Escape: close,
  }[event.key];
  if (!act || (event.key === "Tab" && event.shiftKey)) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function take(option) {
  if (!option || !opened) return;
  const { field } = opened;
  const token = tokenBefore(field);
  if (!token) return close();
  const { name } = option.dataset;
  const [open, shut] = name.includes('"') ? ["“", "”"] : ['"', '"'];
  const end = field.selectionStart;
  close();
  field.setRangeText(`${token.whole[0]}${PLAIN.test(name) ? name : open + name + shut} `, end - token.whole.length, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
