// What a line is understood as while it is typed: chips under its field. A press on one turns it back into
// text, by a backslash before each of its words. Enter waits for nothing, and a failure here is not worth a word.
// What is half typed in the field of the page stays in this tab, for this person, until it is added.
export function typed(field) {
  if (!isHere) begin();
  keepDraft();
  placeOf(field.form);
  if (SIGN.test(field.value.slice(0, field.selectionStart))) import("./names.js").then(({ suggest }) => suggest(field), () => {});
}

const FORM = "form[data-carry-on]";
const PLACE = ".reading-place";
const SIGN = /(^|\s)[#/@%]\S*$|(^|\s)[#/@%]"[^"]*$/;
const SETTLED = 1000;
let isHere = false;
let telling = 0;

function begin() {
  isHere = true;
  const href = new URL("../../css/pages/reading.css", import.meta.url).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
  document.addEventListener("click", ({ target }) => keep(target.closest("[data-escapes]")));
  for (const name of ["before:request", "before:response", "finally:request", "error", "response:error", "before:swap", "after:swap"]) {
    document.addEventListener(`htmx:${name}`, (event) => aside(event, name), { capture: true });
  }
  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => ctx.sourceElement.matches(FORM) && keepDraft());
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement.matches(FORM)) ctx.sourceElement.querySelector(PLACE)?.replaceChildren();
  });
}

function keepDraft() {
  const key = `draft-${document.body?.dataset.person}`; // no body: the page is being left
  const line = document.getElementById("new-title")?.value;
  if (line) sessionStorage.setItem(key, line);
  else if (line === "") sessionStorage.removeItem(key);
}

// The chips and, for those who hear them, one line of what they say.
function placeOf(form) {
  if (form.querySelector(PLACE)) return;
  form.querySelector(".reading")?.remove();
  form.insertAdjacentHTML("beforeend", `<p class="unseen" role="status"></p><div class="reading-place" hx-sync="this:replace"></div>`);
  const place = form.lastElementChild;
  place.setAttribute("hx-post", `${form.getAttribute("action")}/chips`);
  place.setAttribute("hx-trigger", `input delay:150ms from:#${form.elements.title.id}`);
  htmx.process(place);
  form.elements.title.dispatchEvent(new Event("input"));
}

// Nobody else is to hear of these requests: neither that they failed nor that the session has ended, while somebody
// is typing. An answer about a line that was added meanwhile comes too late.
function aside(event, name) {
  const { ctx } = event.detail;
  const place = ctx?.sourceElement;
  if (!place?.matches?.(PLACE)) return;
  event.stopPropagation();
  if (name === "before:response" && ctx.response.status !== 200) event.preventDefault();
  if (name === "before:swap" && !place.closest("form").elements.title.value.trim()) event.preventDefault();
  if (name === "after:swap") tellOnce(place);
}

// A pause in typing is the moment to speak, and only of what is new.
function tellOnce(place) {
  clearTimeout(telling);
  const status = place.previousElementSibling;
  telling = setTimeout(() => {
    const words = [...place.querySelectorAll("bdi")].map(({ textContent }) => textContent).join(", ");
    if (status.textContent !== words) status.textContent = words;
  }, SETTLED);
}

// The line may have gone on since: new chips are on their way then.
function keep(chip) {
  if (!chip) return;
  const field = chip.form.elements.title;
  const places = chip.dataset.escapes.split(" ").map(Number);
  if (!field.value.startsWith(chip.dataset.words, places[0])) return;
  for (const at of places.reverse()) field.setRangeText("\\", at, at, "preserve");
  chip.remove();
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
