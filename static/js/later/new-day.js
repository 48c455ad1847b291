// A page that shows a day says until when it does (data-until). Left open beyond that, it fetches its lists anew
// as soon as somebody looks at it again; sleep stops clocks, so that one alone would not do.
export function newDay() {
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  wait();
}

const LONGEST = 2 ** 31 - 1;

const untilNow = () => Date.parse(document.querySelector("[data-until]")?.dataset.until) - Date.now();

function wait() {
  const left = untilNow();
  if (left > 0) setTimeout(look, Math.min(left + 1000, LONGEST));
}

function look() {
  if (document.hidden || !(untilNow() <= 0)) return;
  for (const name of ["tasks-changed", "counts-changed"]) htmx.trigger(document.body, name);
  document.addEventListener("htmx:after:swap", wait, { once: true });
}
