// The list under the timeline; on a narrow screen it is the timeline.
import type { Data, Item } from "./data";
import { fold } from "./filter";

export interface List {
  filter(matches: (item: Item) => boolean): void;
  textOf(id: string): string;
  mark(id: string): void;
  reveal(id: string): void;
  inView(): [number, number] | undefined;
}

export function createList(data: Data): List {
  const events = data.events ?? [];
  const texts = new Map<string, string>();
  const hidden = new Set<string>();
  const entry = (id: string): HTMLElement | null => document.getElementById(id);
  let marked = "";
  return {
    filter(matches) {
      for (const item of events) {
        const hide = !matches(item);
        if (hide === hidden.has(item.id)) continue;
        if (hide) hidden.add(item.id);
        else hidden.delete(item.id);
        const element = entry(item.id);
        if (element) element.hidden = hide;
      }
    },
    textOf(id) {
      let text = texts.get(id);
      if (text === undefined) texts.set(id, (text = fold(entry(id)?.textContent ?? "")));
      return text;
    },
    mark(id) {
      entry(marked)?.classList.remove("current");
      entry(id)?.classList.add("current");
      marked = id;
    },
    reveal: (id) => entry(id)?.scrollIntoView({ block: "start" }),
    inView() {
      const shown = events.filter((item) => !hidden.has(item.id));
      const top = (n: number): number => entry(shown[n]!.id)?.getBoundingClientRect().top ?? 0;
      const first = firstAtOrBelow(shown.length, top, 90);
      const last = firstAtOrBelow(shown.length, top, innerHeight) - 1;
      const a = shown[Math.min(first, shown.length - 1)];
      const b = shown[Math.max(last, first)] ?? a;
      return a && b ? [a.a, Math.max(b.a, a.a) + 1] : undefined;
    },
  };
}

/** The first of n growing values that reaches a limit, by halving. */
function firstAtOrBelow(n: number, value: (i: number) => number, limit: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value(middle) >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
