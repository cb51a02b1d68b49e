// What a reader is owed around htmx's swaps: word of what came, the focus where it was, and a page where a swap fails.

const told = document.getElementById("kabar");
let before = 0;

const rowsIn = (target) => target.children.length;

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  before = rowsIn(detail.target);
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  for (const place of document.querySelectorAll('.tongue input[name="next"]')) {
    place.value = location.pathname + location.search;
  }
  const target = document.getElementById(detail.target.id) ?? detail.target;
  const appended = detail.requestConfig.elt.getAttribute("hx-swap") === "beforeend";
  if (appended) focusOn(target.children[before]);
  const words = target.querySelector("[data-kabar]") ?? document.querySelector("[data-kabar]");
  if (words) told.textContent = words.textContent.replace(/\s+/g, " ").trim();
});

// New rows come below: the reader goes on at the first of them.
function focusOn(row) {
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
}

// A swap that fails becomes the plain visit that it stood for, so that its page can speak.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, ({ detail }) => {
    location.assign(detail.pathInfo.finalRequestPath || detail.pathInfo.requestPath);
  });
}
