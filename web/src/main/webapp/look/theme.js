// Light, dark or as the system: one button each page. The choice is a cookie, so that the server writes it into the next page and
// nothing flashes. The button brings its words.
const next = { auto: "dark", dark: "light", light: "auto" };
const glyph = { auto: "i-monitor", dark: "i-moon", light: "i-sun" };
const root = document.documentElement;

function show(button) {
  const choice = root.dataset.theme in next ? root.dataset.theme : "auto";
  button.setAttribute("aria-label", button.dataset[choice]);
  button.title = button.dataset[choice];
  button.querySelector(".i").className = `i ${glyph[choice]}`;
}

for (const button of document.querySelectorAll("[data-theme-button]")) {
  show(button);
  button.hidden = false;
  button.addEventListener("click", () => {
    const choice = next[root.dataset.theme] ?? "dark";
    root.dataset.theme = choice;
    document.cookie = `parley-theme=${choice}; path=/; max-age=31536000; samesite=lax`;
    document.querySelectorAll("[data-theme-button]").forEach(show);
  });
}
