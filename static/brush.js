// Chooses a stretch of the histogram: drag over the bars, or arrows with Shift and then Enter. Without it bars are links.

const told = document.getElementById("kabar");
let anchor = null; // the bar at which the stretch begins
let head = null; // the bar at which it ends now
let dragging = false;
let dragged = false;

const barsOf = (picture) => [...picture.querySelectorAll("a[data-from]")];
const barAt = (target) => target.closest?.("[data-brush] a[data-from]") ?? null;

// The nearest bar to a place on the screen, so that gaps between bars count too.
function barNear(picture, x) {
  const away = (bar) => {
    const box = bar.getBoundingClientRect();
    return Math.max(box.left - x, x - box.right, 0);
  };
  return barsOf(picture).reduce((best, bar) => (away(bar) < away(best) ? bar : best));
}

function stretch() {
  const bars = barsOf(head.closest("[data-brush]"));
  const ends = [bars.indexOf(anchor), bars.indexOf(head)].sort((a, b) => a - b);
  return bars.slice(ends[0], ends[1] + 1);
}

function show() {
  for (const bar of document.querySelectorAll("[data-brush] .within")) bar.classList.remove("within");
  if (!anchor || anchor === head) return;
  const chosen = stretch();
  for (const bar of chosen) bar.classList.add("within");
  const name = (bar) => bar.querySelector("title").textContent.split(":")[0];
  told.textContent = `${name(chosen[0])} – ${name(chosen.at(-1))}`;
}

function choose() {
  const chosen = stretch();
  const form = document.querySelector("form.seek");
  form.elements.from.value = chosen[0].dataset.from;
  form.elements.to.value = chosen.at(-1).dataset.to;
  forget();
  form.requestSubmit();
}

function forget() {
  anchor = head = null;
  dragging = false;
  show();
}

document.addEventListener("pointerdown", (event) => {
  const picture = event.target.closest?.("[data-brush]");
  if (!picture || event.button !== 0 || !barsOf(picture).length) return;
  anchor = head = barNear(picture, event.clientX);
  dragging = true;
  dragged = false;
});

document.addEventListener("pointermove", (event) => {
  if (!dragging) return;
  const bar = barNear(anchor.closest("[data-brush]"), event.clientX);
  if (bar === head) return;
  head = bar;
  dragged = true;
  show();
});

document.addEventListener("pointerup", () => {
  if (!dragging) return;
  dragging = false;
  if (dragged && anchor !== head) choose();
  else forget();
});
document.addEventListener("pointercancel", forget);

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("[data-brush]")) event.preventDefault();
});

// The click that ends a drag is no visit to a bar.
document.addEventListener(
  "click",
  (event) => {
    if (!dragged || !event.target.closest?.("[data-brush]")) return;
    dragged = false;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const bar = barAt(event.target);
  if (!bar) return;
  if (event.key === "Escape") forget();
  else if (event.key === "Enter" && anchor && anchor !== head) choose();
  else if (event.key === "ArrowLeft" || event.key === "ArrowRight") step(bar, event);
  else return;
  event.preventDefault();
});

function step(bar, event) {
  const bars = barsOf(bar.closest("[data-brush]"));
  const next = bars[bars.indexOf(bar) + (event.key === "ArrowLeft" ? -1 : 1)];
  if (!next) return;
  anchor = event.shiftKey ? (anchor ?? bar) : null;
  head = next;
  rove(bars, next);
  next.focus();
  show();
}

// One stop for Tab, not ninety: the arrows do the rest.
function rove(bars, current) {
  for (const bar of bars) bar.setAttribute("tabindex", bar === current ? "0" : "-1");
}

function begin() {
  for (const picture of document.querySelectorAll("[data-brush]")) rove(barsOf(picture), barsOf(picture)[0]);
}

document.addEventListener("htmx:afterSettle", begin);
begin();
