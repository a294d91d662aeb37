// Keys for people who read all day. Everything they do can be done without them, and without this file.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const help = one("#help");
  const toggle = one("#keys-on");

  // Single keys can be switched off, since speech input types letters (WCAG 2.1.4).
  const remember = (value) => { try { localStorage.setItem("kashf-keys", value); } catch { /* private window: for this page only */ } };
  const remembered = () => { try { return localStorage.getItem("kashf-keys"); } catch { return null; } };
  toggle.checked = remembered() !== "off";
  toggle.addEventListener("change", () => remember(toggle.checked ? "on" : "off"));

  const scroll = (element) => element.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  const follow = (selector) => { const link = one(selector); if (link) link.click(); return Boolean(link); };

  // Results: j and k move the focus from one to the next.
  const moveResult = (step) => {
    const links = all("[data-result]").map((item) => (item.matches("a") ? item : one("a", item)));
    if (!links.length) { moveLine(step); return; }
    const holds = (link) => link.closest("[data-result]").contains(document.activeElement);
    const at = links.some(holds) ? links.findIndex(holds) : links.findIndex((link) => link.closest("[data-result]").matches(":target"));
    const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)];
    all(".here").forEach((item) => item.classList.remove("here"));
    next.closest("[data-result]").classList.add("here");
    next.focus({ preventScroll: true });
    scroll(next);
  };

  // On a document they choose one line of its text, which c then cites.
  const moveLine = (step) => {
    const lines = all("#text [data-at]").filter((line) => line.textContent.trim());
    if (!lines.length) return;
    const at = lines.findIndex((line) => line.matches(".here"));
    const next = lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + step, 0), lines.length - 1)];
    all(".here").forEach((item) => item.classList.remove("here"));
    next.classList.add("here");
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    scroll(next);
  };

  // Occurrences: each is one or more marks with the same number; n and p go through them, then on to the next page that has any.
  const marks = all("#text mark[data-hit]");
  const numbers = [...new Set(marks.map((mark) => Number(mark.dataset.hit)))];
  let current = -1;
  const show = (index, { quietly = false } = {}) => {
    current = index;
    all("mark.now, rect.now").forEach((item) => item.classList.remove("now"));
    const chosen = all(`[data-hit="${numbers[index]}"]`);
    chosen.forEach((item) => item.classList.add("now"));
    const first = chosen.find((item) => item.matches("mark"));
    if (first && !quietly) scroll(first);
  };
  const moveOccurrence = (step) => {
    const next = current + step;
    if (next >= 0 && next < numbers.length) show(next);
    else if (!follow(step > 0 ? "[data-found='following']" : "[data-found='before']") && numbers.length) show(current < 0 ? 0 : current);
  };
  if (numbers.length) {
    const target = location.hash.startsWith("#at-") ? Number(location.hash.slice(4)) : -1;
    const starts = numbers.map((number) => placeOf(one(`#text mark[data-hit="${number}"]`), 0));
    const last = location.hash === "#last";
    const wanted = last ? numbers.length - 1 : starts.findLastIndex((start) => start <= target);
    show(Math.max(wanted, 0), { quietly: target < 0 && !last });
  }

  // A place on the screen as a code point of the stored text: lines carry where they begin; code points are not UTF-16 units.
  function placeOf(node, offset) {
    const line = (node.nodeType === 1 ? node : node.parentElement).closest("[data-at]");
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEnd(node, offset);
    return Number(line.dataset.at) + [...range.toString()].length;
  }
  const selectedPlace = () => {
    const selection = getSelection();
    const text = one("#text");
    if (!text || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const inLine = (node) => text.contains(node) && (node.nodeType === 1 ? node : node.parentElement).closest("[data-at]");
    if (!inLine(range.startContainer) || !inLine(range.endContainer)) return null;
    return [placeOf(range.startContainer, range.startOffset), placeOf(range.endContainer, range.endOffset)];
  };
  const chosenLine = () => {
    const line = one("#text [data-at].here");
    if (!line) return null;
    const words = line.textContent;
    const begin = Number(line.dataset.at) + [...words.slice(0, words.length - words.trimStart().length)].length;
    return [begin, begin + [...words.trim()].length];
  };
  const currentPlace = () => {
    const chosen = marks.filter((mark) => Number(mark.dataset.hit) === numbers[current]);
    if (!chosen.length) return null;
    const end = chosen[chosen.length - 1];
    return [placeOf(chosen[0], 0), placeOf(end, end.childNodes.length)];
  };
  const cite = () => {
    const place = selectedPlace() || chosenLine() || currentPlace();
    const pattern = one("[data-cite]")?.dataset.cite;
    if (place && pattern && place[0] < place[1]) location.assign(pattern.replace("START-END", `${place[0]}-${place[1]}`) + "#use");
  };

  // After the browser has scrolled there, which takes the focus away.
  if (location.hash === "#use") addEventListener("load", () => setTimeout(() => one("#use [data-first]")?.focus(), 0));

  const copy = one("#copy-citation");
  if (copy && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const lines = [one("#cite-place"), one(".citation blockquote"), one("#cite-sha256")].map((item) => item.textContent);
      await navigator.clipboard.writeText(lines.join("\n"));
      copy.textContent = copy.dataset.done;
    });
  }

  const open = () => { help.showModal(); };
  one("#help-link").addEventListener("click", (event) => { event.preventDefault(); open(); });

  const back = () => {
    const active = document.activeElement;
    if (help.open) help.close();
    else if (active && active !== document.body && active.matches("input, a, summary, button")) active.blur();
    else follow("#results-link");
  };

  let waitingForGo = 0;
  // A decision is on the item that was chosen with j and k, else on the one question that a page asks; with neither, on nothing.
  let isSent = false;
  const send = (button) => { if (button && !isSent) { isSent = true; button.click(); } };
  const judge = (verdict) => send(one(`[data-judge="${verdict}"]`, one(".here")?.closest("[data-result]") || one(".question") || help));
  // To who signs, which is folded away once it was said; whoever takes over goes on at the same place of the page.
  const toSigner = () => {
    const field = one("[data-signer]");
    if (!field) return;
    const fold = field.closest("details");
    if (fold) fold.open = true;
    field.focus();
  };
  all("form[action='/at-work']").forEach((form) => form.addEventListener("submit", () => { form.elements.back.value += location.hash; }, { once: true }));
  const actions = {
    "/": () => { const box = one("#q"); box.focus(); box.select(); },
    "?": open,
    j: () => moveResult(1),
    k: () => moveResult(-1),
    o: () => one(".here a, a.here")?.click(),
    n: () => (one("#text") ? moveOccurrence(1) : judge("different")),
    y: () => judge("same"),
    u: () => judge("unsure"),
    z: () => send(one("[data-undo]")),
    p: () => moveOccurrence(-1),
    "[": () => follow("[data-turn='before']"),
    "]": () => follow("[data-turn='following']"),
    c: cite,
    w: toSigner,
    g: () => { waitingForGo = Date.now(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") { back(); return; }
    if (!toggle.checked || help.open || event.target.closest("input, textarea, select")) return;
    // On an Arabic keyboard the same keys give other letters, so the place of the key decides where the letter says nothing.
    const place = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : ({ BracketLeft: "[", BracketRight: "]", Slash: event.shiftKey ? "?" : "/" })[event.code];
    const key = /^[a-z?/[\]]$/.test(event.key) ? event.key : place;
    const isGo = Date.now() - waitingForGo < 1500;
    waitingForGo = 0;
    if (isGo && follow(`[data-go="${key}"]`)) { event.preventDefault(); return; }
    if (!actions[key]) return;
    event.preventDefault();
    // A key that is held down goes on through results and occurrences, and decides nothing.
    const isDecision = "yuz".includes(key) || (key === "n" && !one("#text"));
    if (!event.repeat || !isDecision) actions[key]();
  });
})();
