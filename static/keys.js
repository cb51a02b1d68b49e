// Keys for the daily moves. Links and fields name their own key in aria-keyshortcuts; entries are walked with j and k.
// Everything here can be done without it, and a reader can switch it off (WCAG 2.1.4) on the help page.

const STORE = "claimtrack-keys";
const ENTRIES = "main article.ev, main article.row, main table.reports tbody tr, main table.queue tbody tr:has(a), main .par:has(mark)";
const OPENS = ".to-evidence, .said a, h3 a, .queue th a, .notes .of";

const isOn = () => localStorage.getItem(STORE) !== "off";
const isShown = (element) => element.getClientRects().length > 0;
const isTyping = (element) =>
  element.isContentEditable || element.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");

function walk(step) {
  const entries = [...document.querySelectorAll(ENTRIES)].filter(isShown);
  const here = entries.findIndex((entry) => entry.contains(document.activeElement));
  const nearest = entries.findIndex((entry) => entry.getBoundingClientRect().bottom > 0);
  const next = entries[here < 0 ? Math.max(nearest, 0) : here + step];
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function openHere() {
  const entry = document.activeElement.closest(ENTRIES);
  const link = entry?.querySelector(OPENS);
  link?.click();
  return Boolean(link);
}

function follow(key) {
  const named = [...document.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(key)}"]`)];
  const found = named.find(isShown) ?? named[0];
  if (!found) return false;
  if (!isTyping(found)) found.click();
  else if (isShown(found)) found.focus();
  else reveal(found);
  return true;
}

// On a small screen the search field stands in the folded menu.
function reveal() {
  const fold = document.querySelector("details.fold");
  fold.open = true;
  fold.querySelector("input[type=search]").focus();
}

async function showSheet(address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const keys = page.querySelector("#pintasan");
  if (!keys) return location.assign(address); // a door stands before the help page
  const sheet = document.createElement("dialog");
  sheet.className = "sheet";
  sheet.setAttribute("aria-labelledby", "judul-pintasan");
  sheet.append(keys, page.querySelector("#tutup").content);
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  offerSwitch(sheet);
  sheet.showModal();
}

function offerSwitch(root) {
  const box = root.querySelector("#pintas");
  if (!box) return;
  box.checked = isOn();
  box.addEventListener("change", () => localStorage.setItem(STORE, box.checked ? "on" : "off"));
  box.closest("[hidden]").hidden = false;
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (key === "Escape" && isTyping(target)) target.blur();
  if (!isOn() || isTyping(target) || document.querySelector("dialog[open]")) return;
  const help = document.querySelector('[aria-keyshortcuts="?"]');
  let done = true;
  if (key === "j" || key === "k") walk(key === "j" ? 1 : -1);
  else if (key === "o") done = openHere();
  else if (key === "Enter") done = target.matches(ENTRIES) && openHere();
  else if (key === "?" && help) showSheet(help.href);
  else done = key.length === 1 && follow(key);
  if (done) event.preventDefault();
});

offerSwitch(document);
