// The timeline itself: vis-timeline given epoch milliseconds, a UTC clock and
// DOM nodes, and told which few events to draw.
import moment from "moment";
import { DataSet } from "vis-data/esnext";
import { Timeline } from "vis-timeline/esnext";
import { majorLabel, minorLabel } from "./axis";
import { calm, type Data, DAY, element, glyph, type Item } from "./data";
import { CARD, layout, type Placed } from "./layout";
import { drawRug } from "./rug";

export interface Chart {
  window(): [number, number];
  show(from: number, to: number, move?: boolean): void;
  zoom(factor: number): void;
  filter(matches: (item: Item) => boolean): void;
  select(item: Item | undefined, reveal: boolean): void;
  refresh(): void;
  width(): number; // pixels of the part that shows time
}

export interface Listeners {
  click(id: string): void;
  range(from: number, to: number, byUser: boolean): void;
  drawn(hidden: number): void;
}

interface VisItem {
  id: string;
  content: string;
  start: number;
  end?: number;
  type: string;
  className: string;
  group?: string;
  order: number;
  item?: Item;
}

const ROW = 74; // a card with its margin, as in chart.css
const FRAME = 80; // the axis and the margin above it

export function createChart(host: HTMLElement, data: Data, on: Listeners): Chart {
  const events = data.events ?? [];
  const byWeight = [...events].sort((x, y) => y.s - x.s || x.a - y.a);
  const known = new Map(events.map((item) => [item.id, item]));
  const items = new DataSet<VisItem>();
  const lanes = data.lanes ?? [];
  const [, , min, max] = data.window;
  const margin = (max - min) * 0.25 + 30 * DAY;
  const height = chartHeight(events.length);
  const groups = lanes.length ? new DataSet(lanes.map((lane, order) => ({ id: lane.id, content: laneName(lane.name), order }))) : undefined;
  const options = {
    align: "left",
    ...(lanes.length ? { minHeight: `${FRAME + 3 * ROW}px` } : { height: `${height}px` }),
    orientation: { axis: "bottom", item: "bottom" },
    margin: { axis: 14, item: { horizontal: 10, vertical: 8 } },
    moment: (at: unknown) => moment.utc(at as number),
    // In order of time first fit needs the fewest rows, and vis-timeline 8.5 stacks wrongly in any other order.
    order: (x: VisItem, y: VisItem) => Number(x.start) - Number(y.start) || x.order - y.order,
    groupOrder: "order",
    template: (data: VisItem) => (data.item ? card(data.item) : element("span", "", data.content)),
    format: { minorLabels: minorLabel(data.words), majorLabels: majorLabel(data.words) },
    min: min - margin,
    max: max + margin,
    zoomMin: 4 * DAY,
    zoomKey: "ctrlKey",
    horizontalScroll: false,
    verticalScroll: false,
    selectable: true,
    multiselect: false,
    showCurrentTime: false,
    showTooltips: false,
    zoomFriction: 8,
    stack: true,
  };
  const timeline = groups
    ? new Timeline(host, items as never, groups as never, options as never)
    : new Timeline(host, items as never, options as never);

  let matches: (item: Item) => boolean = () => true;
  let selected: Item | undefined;
  let pending = 0;
  const rug = element("canvas", "rug");
  rug.setAttribute("aria-hidden", "true");
  host.append(rug);

  const window_ = (): [number, number] => {
    const range = timeline.getWindow();
    return [range.start.valueOf(), range.end.valueOf()];
  };

  const center = (): HTMLElement | null => host.querySelector(".vis-panel.vis-center");
  const width = (): number => center()?.clientWidth || host.clientWidth;

  const refresh = (): void => {
    const [from, to] = window_();
    const pixels = width();
    const rows = lanes.length ? () => (lanes.length > 4 ? 2 : 3) : () => Math.max(2, Math.floor((height - FRAME) / ROW));
    const forced = new Set(selected ? [selected.id] : []);
    const result = layout(byWeight, matches, forced, { from, to, width: pixels, rows });
    sync(items, result.placed);
    requestAnimationFrame(() => drawTies(result.placed, pixels / (to - from)));
    drawRug(rug, center(), events, matches, from, to);
    on.drawn(result.hidden);
  };
  const soon = (): void => {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      refresh();
    });
  };

  const show = (from: number, to: number, move = true): void => {
    timeline.setWindow(from, to, { animation: move && !calm() ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
    if (!move) refresh();
  };

  timeline.on("rangechange", (event: { byUser: boolean }) => {
    soon();
    on.range(...window_(), event.byUser);
  });
  timeline.on("rangechanged", (event: { byUser: boolean }) => {
    soon();
    on.range(...window_(), event.byUser);
  });
  timeline.on("click", (event: { item: string | null }) => {
    const id = event.item?.replace(/~.*/, "");
    if (id && known.has(id)) on.click(id);
  });
  new ResizeObserver(soon).observe(host);

  return {
    window: window_,
    show,
    refresh,
    width,
    zoom(factor) {
      const [from, to] = window_();
      const middle = selected && selected.a > from && selected.a < to ? selected.a : (from + to) / 2;
      show(middle - (middle - from) * factor, middle + (to - middle) * factor);
    },
    filter(test) {
      matches = test;
      refresh();
    },
    select(item, reveal) {
      selected = item;
      if (item && reveal) {
        const [from, to] = window_();
        const reserve = ((to - from) * CARD) / Math.max(width(), CARD);
        if (item.a < from || item.a + reserve > to) show(item.a - (to - from) * 0.4, item.a + (to - from) * 0.6);
      }
      refresh();
      timeline.setSelection(item && items.get(item.id) ? [item.id] : []);
    },
  };
}

/** What a first screen leaves, in whole rows; lanes take the room that they need instead. */
function chartHeight(events: number): number {
  const rows = Math.floor((innerHeight - 340 - FRAME) / ROW);
  return FRAME + ROW * Math.min(Math.max(3, Math.min(rows, 7)), Math.max(2, events));
}

/** Brings vis's items in line with the layout, touching only what changed. */
function sync(items: DataSet<VisItem>, placed: Placed[]): void {
  const wanted = new Map<string, VisItem>();
  for (const p of placed) for (const item of visItems(p)) wanted.set(item.id, item);
  const gone = items.getIds().filter((id) => !wanted.has(String(id)));
  if (gone.length) items.remove(gone);
  const changed = [...wanted.values()].filter((item) => {
    const before = items.get(item.id);
    return !before || before.className !== item.className || before.order !== item.order || before.type !== item.type;
  });
  if (changed.length) items.update(changed);
}

function visItems({ item, form, order }: Placed): VisItem[] {
  const group = item.n === undefined ? {} : { group: item.n };
  const className = `q${item.q} ${item.c} ${form}`;
  const made: VisItem[] = [
    form === "stem"
      ? { id: item.id, content: "", start: (item.k === "point" ? item.a : (item.a + item.b) / 2), type: "box", className, order, item, ...group }
      : { id: item.id, content: "", start: item.a, end: item.b, type: "range", className, order, item, ...group },
  ];
  if (item.k === "band") {
    made.push({ id: `${item.id}~band`, content: "", start: item.a, end: item.b, type: "background", className: "band", order });
  }
  return made;
}

function laneName(name: string): HTMLElement {
  return element("span", "lane", name);
}

/** The box of an event: its date, its title in two lines, its mark. */
function card(item: Item): HTMLElement {
  const box = element("div", "card");
  box.id = `card-${item.id}`;
  box.setAttribute("role", "button");
  box.tabIndex = -1;
  box.title = item.t;
  const when = element("span", "card-when");
  when.append(glyph(item.q), element("span", "", item.l));
  box.append(when, element("span", "card-title", item.t));
  if (!item.o) return box;
  const tied = element("div", "tied");
  tied.append(box);
  for (const _ of item.o) tied.append(element("span", "tie-line"));
  return tied;
}

/** Ties the other dates that sources give: a dotted line from the event to each, at this scale. */
function drawTies(placed: Placed[], pixelsPerMilli: number): void {
  for (const { item } of placed) {
    const lines = item.o && document.getElementById(`card-${item.id}`)?.parentElement?.querySelectorAll<HTMLElement>(".tie-line");
    lines?.forEach((line, n) => {
      const [a, b] = item.o![n]!;
      const pixels = ((item.k === "point" ? a : (a + b) / 2) - item.a) * pixelsPerMilli;
      line.style.width = `${Math.min(Math.abs(pixels), 4000)}px`;
      line.style.left = `${Math.min(pixels, 0)}px`;
      line.classList.toggle("back", pixels < 0);
    });
  }
}
