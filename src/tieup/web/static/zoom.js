// A map that zooms.

/** Zoom by buttons, by ctrl and wheel, and by + - 0 and arrows; drag where it is zoomed. */
export class Zoom {
  constructor(stage, frame) {
    this.stage = stage;
    this.map = stage.querySelector("svg.hexmap");
    this.whole = this.map.getAttribute("viewBox").split(" ").map(Number);
    this.frame = frame ?? this.whole;
    stage.querySelector("[data-zoom]").hidden = false;
    this.map.setAttribute("tabindex", "0");
    for (const button of stage.querySelectorAll("[data-by]")) button.addEventListener("click", () => this.by(Number(button.dataset.by)));
    this.map.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = this.map.getBoundingClientRect();
      this.by(event.deltaY < 0 ? 1.2 : 1 / 1.2, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }, { passive: false });
    this.map.addEventListener("keydown", (event) => this.key(event));
    this.drag();
    this.draw();
  }

  get zoomed() { return this.frame[2] < this.whole[2]; }

  by(factor, x = 0.5, y = 0.5) {
    const [left, top, width, height] = this.frame;
    const wide = factor ? Math.min(Math.max(width / factor, this.whole[2] / 8), this.whole[2]) : this.whole[2];
    const high = (wide * this.whole[3]) / this.whole[2];
    this.frame = [left + (width - wide) * x, top + (height - high) * y, wide, high];
    this.draw();
  }

  to(x, y) {
    this.frame = [x, y, this.frame[2], this.frame[3]];
    this.draw();
  }

  draw() {
    const [left, top, width, height] = this.whole;
    const [x, y, wide, high] = this.frame;
    const inside = (at, least, most) => Math.min(Math.max(at, least), most);
    this.frame = [inside(x, left, left + width - wide), inside(y, top, top + height - high), wide, high];
    this.map.setAttribute("viewBox", this.frame.map((n) => n.toFixed(1)).join(" "));
    this.map.classList.toggle("zoomed", this.zoomed);
    this.stage.querySelector('[data-by="0"]').disabled = !this.zoomed;
  }

  key(event) {
    const [x, y, wide, high] = this.frame;
    const moves = { ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15] };
    const factor = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, 0: 0 }[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (factor !== undefined) this.by(factor);
    else if (this.zoomed && moves[event.key]) this.to(x + wide * moves[event.key][0], y + high * moves[event.key][1]);
    else return;
    event.preventDefault();
  }

  drag() {
    let from = null;
    this.map.addEventListener("pointerdown", (event) => {
      if (event.button || !this.zoomed) return;
      from = [event.clientX, event.clientY, ...this.frame];
      this.map.setPointerCapture(event.pointerId);
    });
    this.map.addEventListener("pointermove", (event) => {
      if (!from) return;
      const scale = this.frame[2] / this.map.getBoundingClientRect().width;
      this.to(from[2] - (event.clientX - from[0]) * scale, from[3] - (event.clientY - from[1]) * scale);
    });
    for (const name of ["pointerup", "pointercancel"]) this.map.addEventListener(name, () => { from = null; });
  }
}
