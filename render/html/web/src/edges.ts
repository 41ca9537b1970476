// What stands outside of the window, told at both ends and one press away.
import { count, type Data, element, type Item } from "./data";

export interface Edges {
  foot: HTMLElement;
  update(visible: Item[], from: number, to: number): void;
  more(hidden: number, label: (n: number) => string): void;
}

export function createEdges(data: Data, reach: (item: Item) => void): Edges {
  const foot = element("div", "chart-foot");
  const more = element("p", "more");
  let next: [Item | undefined, Item | undefined] = [undefined, undefined];
  const buttons = (["left", "right"] as const).map((side, n) => {
    const button = element("button", `edge ${side}`);
    button.type = "button";
    button.hidden = true;
    button.addEventListener("click", () => {
      const item = next[n];
      if (item) reach(item);
    });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement];
  foot.append(buttons[0], more, buttons[1]);
  return {
    foot,
    update(visible, from, to) {
      const before = visible.filter((item) => item.b <= from);
      const after = visible.filter((item) => item.a >= to);
      next = [before[before.length - 1], after[0]];
      buttons[0].hidden = !before.length;
      buttons[1].hidden = !after.length;
      buttons[0].textContent = `← ${count(data.words, "Earlier", before.length)}`;
      buttons[1].textContent = `${count(data.words, "LaterOn", after.length)} →`;
    },
    more(hidden, label) {
      more.textContent = hidden ? `+ ${label(hidden)}` : "";
    },
  };
}

const CARD_ROOM = 224; // a card and its margin, in pixels

/** A period, with room on the right for the label of its last event. */
export function roomForLast(events: Item[], from: number, to: number, width = 1000): [number, number] {
  const share = Math.min(0.4, CARD_ROOM / width);
  const last = Math.max(...events.filter((item) => item.a < to).map((item) => item.a));
  return [from, Math.max(to, (last - from * share) / (1 - share))];
}
