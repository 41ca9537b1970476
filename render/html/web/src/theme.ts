// Light, dark, or as the reader's system has it; the choice is kept.
import { type Data, element, say } from "./data";

const KEY = "frise-theme";
const ORDER = ["auto", "light", "dark"] as const;
type Theme = (typeof ORDER)[number];

export function themeButton(data: Data, changed: () => void): HTMLButtonElement {
  const root = document.documentElement;
  const button = element("button", "button");
  button.type = "button";
  const apply = (theme: Theme): void => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    const name = say(data.words, { auto: "Auto", light: "Light", dark: "Dark" }[theme]);
    button.textContent = { auto: "◐", light: "☀\uFE0E", dark: "☾" }[theme];
    button.title = `${say(data.words, "Theme")} : ${name}`;
    button.setAttribute("aria-label", button.title);
    changed();
  };
  let theme = (stored() ?? (root.dataset.theme as Theme | undefined) ?? "auto") as Theme;
  if (!ORDER.includes(theme)) theme = "auto";
  apply(theme);
  button.addEventListener("click", () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length]!;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
    apply(theme);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  return button;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
