// A glance at a result that stands further down than the screen shows: its headline, at the edge.

/** Shows the headline of a result for as long as that is below the screen. */
export class Glance {
  constructor(line, shown) {
    Object.assign(this, { line, shown });
    this.watch = new IntersectionObserver(([seen]) => {
      line.hidden = seen.isIntersecting || seen.boundingClientRect.top < 0;
      document.documentElement.classList.toggle("glanced", !line.hidden);
    });
    shown.addEventListener("shown", () => this.follow());
    this.follow();
  }

  /** The headline is another element with each result. */
  follow() {
    const headline = this.shown.querySelector(".headline-told");
    this.watch.disconnect();
    this.line.textContent = headline?.textContent ?? "";
    if (headline) this.watch.observe(headline);
  }
}
