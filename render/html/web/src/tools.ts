// The buttons beside the title: print, theme, help.
import { type Data, element, say } from "./data";
import { themeButton } from "./theme";

export function showTools(data: Data, help: HTMLDialogElement, redraw: () => void): void {
  const box = document.getElementById("tools");
  if (!box) return;
  const button = (text: string, label: string, run: () => void): HTMLButtonElement => {
    const made = element("button", "button keyboard", text);
    made.type = "button";
    made.title = label;
    if (label !== text) made.setAttribute("aria-label", label);
    made.addEventListener("click", run);
    return made;
  };
  box.append(
    button(say(data.words, "Print"), say(data.words, "Print"), () => print()),
    themeButton(data, redraw),
    button("?", say(data.words, "Help"), () => help.showModal()),
  );
  box.hidden = false;
}
