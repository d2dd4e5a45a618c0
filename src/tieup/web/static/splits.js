// Splits: who takes a part of whose votes, each with its slider.

/** A slider beside each split that is written out; it changes the part, and nothing else of it. */
export function splits(form, blocs, changed) {
  const place = form.querySelector("[data-splits]");
  const fields = () => [...form.querySelectorAll("input[name=split]")];
  const draw = () => {
    place.replaceChildren();
    for (const field of fields()) {
      const found = /^([^=:]+):([^=]+)=([\d.]+)(.*)$/s.exec(field.value.trim());
      if (!found) continue;
      const [, who, whom, part, rest] = found;
      const row = form.querySelector("template[data-slider]").content.firstElementChild.cloneNode(true);
      const [range, told, reset] = [row.querySelector("input"), row.querySelector("output"), row.querySelector("button")];
      const name = `${option(who)} from ${option(whom)}${rest.includes("@") ? `, in ${rest.split("@")[1]}` : ""}`;
      row.querySelector("[data-name]").textContent = name;
      Object.assign(range, { min: 1, max: 100, step: 1, value: 100 * Number(part) });
      told.textContent = `${Math.round(range.value)}%`;
      range.addEventListener("input", () => {
        told.textContent = `${range.value}%`;
        field.value = `${who}:${whom}=${Number(range.value) / 100}${rest}`;
        changed();
      });
      Object.assign(reset, { hidden: false, textContent: "remove" });
      reset.setAttribute("aria-label", `Remove ${name}`);
      reset.addEventListener("click", () => {
        field.value = "";
        draw();
        form.querySelector("[data-add]").focus();
        changed();
      });
      place.append(row);
    }
  };
  const option = (party) => form.querySelector(`[data-who] option[value="${CSS.escape(party.trim())}"]`)?.textContent ?? blocs.name(party.trim());
  form.querySelector("[data-add]").addEventListener("click", () => {
    const [who, whom] = [form.querySelector("[data-who]").value, form.querySelector("[data-whom]").value];
    let field = fields().find((each) => !each.value.trim());
    if (!field) {
      const label = fields().at(-1).closest("label").cloneNode(true);
      fields().at(-1).closest("label").after(label);
      field = label.querySelector("input");
    }
    field.value = `${who}:${whom}=0.25`;
    draw();
    changed();
  });
  draw();
}
