// Typing line after line without a page in between. Everything it does can be done without it: each line is a form of its own.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const fields = () => [...document.querySelectorAll("input.typed")];
  const status = one("#typing-status");
  const tell = (words) => { if (status) status.textContent = words; };

  const go = (field, step) => {
    const all = fields();
    const next = all[all.indexOf(field) + step];
    if (!next) return false;
    document.querySelectorAll("#lines-typed > .now").forEach((item) => item.classList.remove("now"));
    next.closest("li").classList.add("now");
    next.focus({ preventScroll: true });
    next.closest("li").scrollIntoView({ block: "center" });
    return true;
  };

  // What came of it is on the page that the form leads to; it is asked for after the last line, not after each.
  const queue = [];
  let isSending = false;
  let isLast = false;
  const sendNext = async () => {
    if (isSending) return;
    const form = queue[0];
    if (!form) { if (isLast) location.assign(location.href.split("#")[0]); return; }
    isSending = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      isSending = false;
      queue.shift();
      if (answer.type !== "opaqueredirect") { form.submit(); return; }
      form.dataset.kept = one("input.typed", form).value;
      form.classList.add("kept");
      tell(status.dataset.kept.replace("NUMBER", form.dataset.number));
      sendNext();
    } catch {
      isSending = false;
      queue.length = 0;
      form.classList.remove("sent");
      tell(status.dataset.failed);
      one("input.typed", form).focus();
    }
  };
  const keep = (form) => { form.classList.add("sent"); queue.push(form); sendNext(); };

  document.querySelectorAll("form.typing").forEach((form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const field = one("input.typed", form);
      isLast = !go(field, 1);
      keep(form);
    });
  });

  const insert = (field, text, caret) => {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    if (caret !== undefined) field.setSelectionRange(caret, caret);
    field.focus();
  };
  // The word that the cursor touches, or what is selected, becomes uncertain.
  const uncertain = (field) => {
    let [start, end] = [field.selectionStart, field.selectionEnd];
    if (start === end) {
      while (start > 0 && !/\s/.test(field.value[start - 1])) start -= 1;
      while (end < field.value.length && !/\s/.test(field.value[end])) end += 1;
    }
    field.setSelectionRange(start, end);
    const words = field.value.slice(start, end);
    insert(field, `[${words}?]`, words ? undefined : start + 1);
  };
  const draft = (field) => { if (field.dataset.draft) { field.setSelectionRange(0, field.value.length); insert(field, field.dataset.draft); } };
  const byKey = { KeyU: uncertain, KeyI: (field) => insert(field, "[...]"), KeyM: draft };

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("input.typed");
    if (!field || event.isComposing) return;
    if (event.altKey && !event.ctrlKey && byKey[event.code]) { event.preventDefault(); byKey[event.code](field); return; }
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); go(field, -1); }
  });
  document.querySelectorAll("[data-insert]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => draft(document.getElementById(button.dataset.for)));
  });

  // Boxes by hand: a box that is dragged on the picture becomes a line of numbers in the field, and the field is what counts.
  const [sheet, layer, regions] = [one("#boxes-sheet"), one("#boxes"), one("#regions")];
  if (!sheet || !regions) return;
  const draw = (box) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    [["x", box[0]], ["y", box[1]], ["width", Math.max(0, box[2] - box[0])], ["height", Math.max(0, box[3] - box[1])]].forEach(([name, value]) => rect.setAttribute(name, value));
    layer.append(rect);
    return rect;
  };
  const redraw = () => {
    layer.replaceChildren();
    regions.value.split("\n").map((line) => line.trim().split(/[\s-]+/).map(Number)).filter((box) => box.length === 4 && box.every(Number.isFinite)).forEach(draw);
  };
  regions.addEventListener("input", redraw);
  const place = (event) => {
    const frame = layer.getBoundingClientRect();
    const share = (at, start, size) => Math.round(Math.min(1, Math.max(0, (at - start) / size)) * 10000);
    return [share(event.clientX, frame.left, frame.width), share(event.clientY, frame.top, frame.height)];
  };
  let from = null;
  let shown = null;
  const boxTo = (event) => { const to = place(event); return [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])]; };
  sheet.addEventListener("pointerdown", (event) => { event.preventDefault(); from = place(event); sheet.setPointerCapture(event.pointerId); });
  sheet.addEventListener("pointermove", (event) => { if (from) { shown?.remove(); shown = draw(boxTo(event)); } });
  sheet.addEventListener("pointerup", (event) => {
    if (!from) return;
    const box = boxTo(event);
    from = null;
    shown = null;
    if (box[2] - box[0] > 40 && box[3] - box[1] > 20) regions.value = `${regions.value.trimEnd()}\n${box.join(" ")}`.trimStart();
    redraw();
  });
})();
