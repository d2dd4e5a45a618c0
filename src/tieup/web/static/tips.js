// Tips: what a mouse that rests on a place of a drawing is told, a finger is told by a tap.

/** Shows the title of what is tapped, beside it; another tap, or Escape, puts it away. */
export class Tips {
  constructor(stage) {
    this.stage = stage;
    this.tip = document.createElement("p");
    this.tip.className = "tip";
    this.tip.setAttribute("role", "status");
    stage.append(this.tip);
    let from = null;
    stage.addEventListener("pointerdown", (event) => { from = event.pointerType === "mouse" ? null : [event.clientX, event.clientY]; });
    stage.addEventListener("click", (event) => {
      const still = from && Math.hypot(event.clientX - from[0], event.clientY - from[1]) < 8; // else it was a drag
      this.show(still ? this.under(event.clientX, event.clientY) : null);
      from = null;
    });
    stage.addEventListener("keydown", (event) => { if (event.key === "Escape") this.show(null); });
  }

  /** The innermost place with a title of its own; the drawing's is no place's. */
  under(x, y) {
    for (let place = document.elementFromPoint(x, y); place && !place.matches("svg, body"); place = place.parentElement) {
      if (place.querySelector(":scope > title")) return place;
    }
    return null;
  }

  show(place) {
    this.stage.querySelector(".tapped")?.classList.remove("tapped");
    this.tip.textContent = place && place !== this.place ? place.querySelector(":scope > title").textContent : "";
    this.place = this.tip.textContent ? place : null;
    if (!this.place) return;
    place.classList.add("tapped");
    const [stage, cell] = [this.stage.getBoundingClientRect(), place.getBoundingClientRect()];
    const left = cell.left + cell.width / 2 - stage.left - this.tip.offsetWidth / 2;
    const above = cell.top - stage.top - this.tip.offsetHeight - 8;
    this.tip.style.left = `${Math.max(0, Math.min(left, stage.width - this.tip.offsetWidth))}px`;
    this.tip.style.top = `${above > 0 ? above : cell.bottom - stage.top + 8}px`;
  }
}
