// The overview strip: how many events when, and a window on it to drag. Far
// outliers get a narrow margin of their own on either side, so that one event
// of −500 does not squeeze the rest into a hair.
import { windowName, yearName } from "./axis";
import { type Data, DAY, element, type Item, say } from "./data";

export interface Minimap {
  root: HTMLElement;
  setWindow(from: number, to: number): void;
  update(matches: (item: Item) => boolean): void;
}

const BARS = 140;
const EDGE = 0.09; // of the strip, for outliers on one side

/** A piecewise linear scale from time to 0…1; the middle piece is the main period. */
export class Scale {
  private readonly times: number[];
  private readonly places: number[];

  constructor([from, to, min, max]: [number, number, number, number]) {
    const left = from - min > (to - from) * 0.15 ? EDGE : 0;
    const right = max - to > (to - from) * 0.15 ? EDGE : 0;
    this.times = [min, left ? from : min, right ? to : max, max];
    this.places = [0, left, 1 - right, 1];
  }

  place(time: number): number {
    return between(this.times, this.places, time);
  }

  time(place: number): number {
    return between(this.places, this.times, place);
  }

  /** Where the strip is broken, as places. */
  breaks(): number[] {
    return this.places.slice(1, 3).filter((place) => place > 0 && place < 1);
  }
}

function between(xs: number[], ys: number[], x: number): number {
  for (let i = 1; i < xs.length; i++) {
    const [x0, x1, y0, y1] = [xs[i - 1]!, xs[i]!, ys[i - 1]!, ys[i]!];
    if (x <= x1 && x1 > x0) return y0 + ((Math.max(x, x0) - x0) / (x1 - x0)) * (y1 - y0);
  }
  return ys[ys.length - 1]!;
}

export function createMinimap(data: Data, move: (from: number, to: number, done: boolean) => void): Minimap {
  const scale = new Scale(data.window);
  const root = element("div", "minimap");
  const strip = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  strip.setAttribute("viewBox", "0 0 1000 40");
  strip.setAttribute("preserveAspectRatio", "none");
  strip.setAttribute("aria-hidden", "true");
  const [all, kept] = ["all", "kept"].map((name) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", name);
    strip.append(path);
    return path;
  }) as [SVGPathElement, SVGPathElement];
  const frame = element("div", "window");
  frame.tabIndex = 0;
  frame.setAttribute("role", "slider");
  frame.setAttribute("aria-label", say(data.words, "Overview"));
  frame.setAttribute("aria-valuemin", "0");
  frame.setAttribute("aria-valuemax", "100");
  frame.title = say(data.words, "OverviewHelp");
  const handles = [element("span", "handle start"), element("span", "handle end")];
  frame.append(...handles);
  root.append(strip, ...scale.breaks().map(breakMark), frame, ...yearMarks(data, scale));

  const events = data.events ?? [];
  let from = data.window[0];
  let to = data.window[1];

  const setWindow = (a: number, b: number): void => {
    [from, to] = [a, b];
    const left = scale.place(a);
    const right = scale.place(b);
    frame.style.left = `${left * 100}%`;
    frame.style.width = `${Math.max(right - left, 0.004) * 100}%`;
    frame.setAttribute("aria-valuenow", String(Math.round(((left + right) / 2) * 100)));
    frame.setAttribute("aria-valuetext", windowName(a, b, data.words));
  };

  const update = (matches: (item: Item) => boolean): void => {
    const bins = (list: Item[]): number[] => {
      const counts = new Array<number>(BARS).fill(0);
      for (const item of list) {
        const at = scale.place(item.k === "point" ? item.a : (item.a + item.b) / 2);
        counts[Math.min(BARS - 1, Math.floor(at * BARS))]! += 1;
      }
      return counts;
    };
    const whole = bins(events);
    const top = Math.max(...whole, 1);
    all.setAttribute("d", bars(whole, top));
    kept.setAttribute("d", bars(bins(events.filter(matches)), top));
  };

  drag(root, frame, () => [scale.place(from), scale.place(to)], (a, b, done) => move(scale.time(a), scale.time(b), done));
  frame.addEventListener("keydown", (event) => {
    const length = to - from;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-0.2, -0.2], ArrowRight: [0.2, 0.2], ArrowDown: [-0.2, -0.2], ArrowUp: [0.2, 0.2],
      PageDown: [-1, -1], PageUp: [1, 1], "+": [0.2, -0.2], "-": [-0.25, 0.25],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    move(from + length * step[0], to + length * step[1], true);
  });
  return { root, setWindow, update };
}

/** Bars whose height grows with the square root, so that single events stay visible. */
function bars(counts: number[], top: number): string {
  const width = 1000 / BARS;
  return counts
    .map((n, i) => {
      if (!n) return "";
      const height = 4 + 34 * Math.sqrt(n / top);
      return `M${(i * width + 0.6).toFixed(1)} 40v${(-height).toFixed(1)}h${(width - 1.2).toFixed(1)}V40z`;
    })
    .join("");
}

function breakMark(place: number): HTMLElement {
  const mark = element("span", "break");
  mark.style.left = `${place * 100}%`;
  return mark;
}

/** A few dates under the strip to find one's way: round ones in the main period, and the first of all. */
function yearMarks(data: Data, scale: Scale): HTMLElement[] {
  const [from, to] = data.window;
  const year = (date: Date): string => yearName(date.getUTCFullYear(), data.words);
  const marks = roundDates(from, to).map((at): [number, string] => {
    const date = new Date(at);
    return [at, date.getUTCMonth() === 0 ? year(date) : (data.words.Months[date.getUTCMonth()] ?? "")];
  });
  const first = data.events?.[0];
  if (first && first.b < from && scale.breaks().length) marks.unshift([first.a, year(new Date(first.a))]);
  return marks.map(([at, name]) => {
    const mark = element("span", "year", name);
    mark.style.left = `${scale.place(at) * 100}%`;
    mark.setAttribute("aria-hidden", "true");
    return mark;
  });
}

const YEAR = 365.2425 * DAY;

/** At most eight first days of a month or year, evenly apart. */
function roundDates(from: number, to: number): number[] {
  const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 60000].find((m) => (to - from) / ((m * YEAR) / 12) < 8) ?? 120000;
  const start = new Date(from).getUTCFullYear() * 12 + new Date(from).getUTCMonth();
  const dates: number[] = [];
  for (let month = Math.ceil(start / months) * months; ; month += months) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
    if (date.getTime() > to) return dates;
    if (date.getTime() > from + (to - from) * 0.02) dates.push(date.getTime());
  }
}

type Move = (from: number, to: number, done: boolean) => void;

/** Drags the window, or one of its ends; a press beside it brings it there. */
function drag(root: HTMLElement, frame: HTMLElement, ends: () => [number, number], move: Move): void {
  root.addEventListener("pointerdown", (press) => {
    if (press.button !== 0) return;
    press.preventDefault();
    const box = root.getBoundingClientRect();
    const at = (event: PointerEvent): number => (event.clientX - box.left) / box.width;
    let [a, b] = ends();
    const target = press.target as Element;
    const part = target.matches(".handle.start") ? "start" : target.matches(".handle.end") ? "end" : "both";
    if (part === "both" && !frame.contains(target)) {
      const half = (b - a) / 2;
      [a, b] = [at(press) - half, at(press) + half];
      move(a, b, false);
    }
    const grabbed = at(press);
    root.setPointerCapture(press.pointerId);
    frame.focus({ preventScroll: true });
    const follow = (event: PointerEvent, done: boolean): void => {
      let shift = at(event) - grabbed;
      if (part === "both") shift = Math.min(Math.max(shift, -a), 1 - b);
      const from = part === "end" ? a : Math.min(a + shift, part === "start" ? b - 0.004 : 1);
      const to = part === "start" ? b : Math.max(b + shift, part === "end" ? a + 0.004 : 0);
      move(Math.max(from, 0), Math.min(to, 1), done);
    };
    const onMove = (event: PointerEvent): void => follow(event, false);
    const onEnd = (event: PointerEvent): void => {
      root.removeEventListener("pointermove", onMove);
      root.removeEventListener("pointerup", onEnd);
      root.removeEventListener("pointercancel", onEnd);
      follow(event, true);
    };
    root.addEventListener("pointermove", onMove);
    root.addEventListener("pointerup", onEnd);
    root.addEventListener("pointercancel", onEnd);
  });
}
