// The page of long work: it tells how far that is, and goes to what came of it.

const OFTEN = 500; // milliseconds

const shown = document.querySelector("[data-job]");
const [told, said, bar, button] = ["[data-told]", "[data-said]", "progress", "[data-stop]"].map((name) => shown.querySelector(name));

/** In words, with the steps where they are known. */
function words({ state, done, total, seconds }) {
  if (state === "waiting") return "Other work is done first.";
  return `${total ? `Step ${done} of ${total}` : "It has begun"}; ${Math.round(seconds)} seconds so far.`;
}

async function look() {
  let now;
  try {
    const answer = await fetch(`${shown.dataset.job}/state`, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok) throw new Error(answer.statusText);
    now = await answer.json();
  } catch {
    told.textContent = "The desk gives no answer; it is asked again in a moment.";
    setTimeout(look, 4 * OFTEN);
    return;
  }
  if (!["waiting", "running"].includes(now.state)) {
    location.replace(shown.dataset.job); // which knows the way on
    return;
  }
  told.textContent = words(now);
  if (now.total) Object.assign(bar, { max: now.total, value: now.done });
  if (now.stopping) Object.assign(button, { disabled: true, textContent: "Stopping after this step" });
  const tenths = now.total ? Math.floor((10 * now.done) / now.total) : 0;
  if (tenths && said.dataset.tenths !== String(tenths)) {
    said.dataset.tenths = tenths;
    said.textContent = `${10 * tenths} percent done`; // read aloud, and not too often
  }
  setTimeout(look, OFTEN);
}

look();
