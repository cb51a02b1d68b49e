// What a reader is owed around htmx's swaps: word of what came, the focus where it was, and a page where a swap fails.

const told = document.getElementById("kabar");
let stay = "";
let before = 0;

const isMore = (detail) => detail.requestConfig.elt.getAttribute("hx-swap") === "beforeend";
const isPage = (detail) => detail.target.id === "isi";

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const focused = document.activeElement;
  stay = focused?.closest("[data-stay]")?.dataset.stay ?? "";
  before = detail.target.children.length;
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (isMore(detail)) focusOn(document.getElementById(detail.target.id).children[before]);
  if (!isPage(detail)) return;
  for (const place of document.querySelectorAll('.tongue input[name="next"]')) {
    place.value = location.pathname + location.search;
  }
  const words = document.querySelector("[data-kabar]");
  const place = stay && document.querySelector(`[data-stay="${CSS.escape(stay)}"]`);
  const same = place && (place.querySelector("a") ?? place);
  if (document.activeElement === document.body) focusOn(same || words);
  told.textContent = words?.textContent.replace(/\s+/g, " ").trim() ?? "";
});

// What cannot hold the focus by itself is lent it once.
function focusOn(element) {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: Boolean(element.closest("[data-stay]")) });
}

// A swap that fails becomes the plain visit that it stood for, so that its page can speak.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, ({ detail }) => {
    if (isPage(detail) || isMore(detail)) location.assign(detail.pathInfo.finalRequestPath);
  });
}
