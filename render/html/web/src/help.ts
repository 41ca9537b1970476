// The keys, in a dialog.
import { type Data, element, say } from "./data";

export function createHelp(data: Data): HTMLDialogElement {
  const dialog = element("dialog", "help");
  dialog.setAttribute("aria-labelledby", "help-title");
  const title = element("h2", "", say(data.words, "Help"));
  title.id = "help-title";
  const list = element("dl");
  for (const [keys, what] of (data.words["HelpRows"] ?? []) as [string, string][]) {
    const term = element("dt");
    for (const key of keys.split(" ")) term.append(key === "+" && keys.includes("Ctrl") ? " + " : element("kbd", "", key), " ");
    list.append(term, element("dd", "", what));
  }
  const close = element("button", "button", say(data.words, "Close"));
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  return dialog;
}
