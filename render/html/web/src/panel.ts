// The detail of one event: the list's own entry with every source open, its
// EDTF date, and the way to related events.
import { type Data, element, type Item, say } from "./data";

export interface PanelActions {
  close(): void;
  step(by: number): void;
  open(id: string): void;
  announce(text: string): void;
}

export interface Panel {
  root: HTMLElement;
  show(item: Item, position: string): void;
  hide(): void;
  open(): boolean;
  focus(): void;
}

const RELATED = 6;

export function createPanel(root: HTMLElement, data: Data, act: PanelActions): Panel {
  const { words } = data;
  root.setAttribute("aria-label", say(words, "Details"));
  const bar = element("div", "panel-bar");
  const place = element("span", "panel-place");
  const button = (label: string, sign: string, run: () => void): HTMLButtonElement => {
    const made = element("button", "icon", sign);
    made.type = "button";
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", run);
    return made;
  };
  let current = "";
  const copy = element("button", "link", say(words, "Copy"));
  copy.type = "button";
  copy.addEventListener("click", () => {
    const address = location.href.replace(/#.*/, "") + `#${current}`;
    const done = (): void => act.announce(`${say(words, "Copied")} : ${address}`);
    navigator.clipboard?.writeText(address).then(() => {
      copy.textContent = say(words, "Copied");
      setTimeout(() => (copy.textContent = say(words, "Copy")), 2000);
      done();
    }, done);
  });
  bar.append(
    button(say(words, "Previous"), "←", () => act.step(-1)),
    button(say(words, "Next"), "→", () => act.step(1)),
    place,
    button(say(words, "Close"), "×", act.close),
  );
  const body = element("div", "panel-body frise-list");
  root.append(bar, body);

  return {
    root,
    open: () => !root.hidden,
    focus: () => body.querySelector<HTMLElement>("h2")?.focus(),
    hide() {
      root.hidden = true;
      body.replaceChildren();
    },
    show(item, position) {
      current = item.id;
      place.textContent = position;
      body.replaceChildren(...detail(item, data), related(item, data, act), copy);
      root.hidden = false;
      root.scrollTop = 0;
    },
  };
}

/** A copy of the entry; its heading becomes the panel's and its sources stand open. */
function detail(item: Item, data: Data): Node[] {
  const entry = document.getElementById(item.id)?.querySelector("article");
  if (!entry) return [];
  const article = entry.cloneNode(true) as HTMLElement;
  const box = element("div", `event ${item.c} q${item.q}`);
  const heading = element("h2");
  heading.tabIndex = -1;
  heading.append(...(article.querySelector("h3")?.childNodes ?? []));
  heading.querySelector("a")?.replaceWith(...heading.querySelector("a")!.childNodes);
  article.querySelector("h3")?.replaceWith(heading);
  const when = article.querySelector(".when");
  const edtf = when?.querySelector("[data-edtf]")?.getAttribute("data-edtf");
  if (edtf && when) {
    const code = element("code", "edtf", edtf);
    code.title = "EDTF";
    when.append(" ", code);
  }
  const sources = article.querySelector(".sources");
  if (sources) {
    const open = element("div", "sources");
    open.append(element("h3", "panel-title", sources.querySelector("summary")?.textContent ?? ""));
    open.append(...sources.querySelectorAll("figure"));
    sources.replaceWith(open);
  }
  for (const element of article.querySelectorAll("[id]")) element.removeAttribute("id");
  box.append(article);
  if (data.by === "" && item.y === undefined) box.classList.add("plain");
  return [box];
}

/** Other events of the same articles and of the same actors. */
function related(item: Item, data: Data, act: PanelActions): HTMLElement {
  const box = element("div", "related");
  const events = data.events ?? [];
  const seen = new Set([item.id]);
  for (const [label, shares] of [
    ["SameActor", (other: Item) => (item.p ?? []).filter((p) => other.p?.includes(p)).length],
    ["SameArticle", (other: Item) => (item.r ?? []).filter((r) => other.r?.includes(r)).length],
  ] as const) {
    const list = events
      .filter((other) => !seen.has(other.id) && shares(other) > 0)
      .sort((x, y) => shares(y) - shares(x) || Math.abs(x.a - item.a) - Math.abs(y.a - item.a))
      .slice(0, RELATED)
      .sort((x, y) => x.a - y.a);
    if (!list.length) continue;
    box.append(element("h3", "panel-title", say(data.words, label)));
    const ul = element("ul");
    for (const other of list) {
      seen.add(other.id);
      const row = element("li");
      const link = element("a", "", other.t);
      link.href = `#${other.id}`;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        act.open(other.id);
      });
      row.append(element("span", "related-when", other.l), link);
      ul.append(row);
    }
    box.append(ul);
  }
  return box;
}
