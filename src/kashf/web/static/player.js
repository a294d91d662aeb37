// A recording: links play from their time, and keys take the time that is played now. Everything can be typed without this file.
"use strict";
(() => {
  const player = document.getElementById("player");
  if (!player) return;
  const code = (seconds) => {
    const whole = Math.floor(seconds), tenths = Math.floor((seconds - whole) * 10);
    const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0"));
    return parts.join(":") + (tenths ? `.${tenths}` : "");
  };
  const take = (id) => { const field = document.getElementById(id); if (field) field.value = code(player.currentTime); };
  for (const link of document.querySelectorAll("[data-play-from]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      player.currentTime = Number(link.dataset.playFrom);
      player.play();
    });
  }
  for (const button of document.querySelectorAll("[data-take-time]")) {
    button.hidden = false;
    button.addEventListener("click", () => take(button.dataset.takeTime));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === ",") take("heard-from");
    if (event.key === ".") take("heard-to");
  });
})();
