// Says every minute that an item of the queue is still being looked at, and tells who was quicker.
// Without this file the lease ends by itself a few minutes after the page was opened.

const told = document.querySelector("[data-lease]");
const token = document.querySelector("input[name=csrfmiddlewaretoken]");

async function renew() {
  const answer = await fetch(told.dataset.lease, { method: "POST", body: new URLSearchParams([[token.name, token.value]]) });
  if (answer.ok) told.textContent = (await answer.json()).words;
}

// A line that was down for a moment is asked again a minute later.
if (told) setInterval(() => renew().catch(() => undefined), Number(told.dataset.every) * 1000);
