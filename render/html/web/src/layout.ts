// Which events get a box. A screen holds a few dozen labels, a timeline may
// hold thousands: the weightiest that find room are drawn, the others keep
// their tick on the axis and come with zooming in.
import type { Item } from "./data";

export const CARD = 208; // pixels, as in chart.css
export const MOST = 180; // boxes at once

/** How an event is drawn at a scale. */
export type Form = "stem" | "short" | "long";

export interface Placed {
  item: Item;
  form: Form;
  order: number;
}

export interface Layout {
  placed: Placed[];
  hidden: number; // in the window, without a box
}

export interface View {
  from: number;
  to: number;
  width: number; // pixels
  rows: (lane: string) => number;
}

/** A range narrower than this is a stem: its width could not be seen. */
const STEM = 14;

export function formAt(item: Item, pixels: number): Form {
  if (item.k === "point" || pixels < STEM) return "stem";
  return pixels < CARD ? "short" : "long";
}

/**
 * Gives boxes to the events of a window, taken in the order of `byWeight`;
 * those in `forced` come first. The rows here only tell whether there is room:
 * vis-timeline stacks what was chosen in order of time, which never needs more.
 */
export function layout(byWeight: Item[], matches: (i: Item) => boolean, forced: Set<string>, view: View): Layout {
  const scale = view.width / (view.to - view.from);
  const margin = (view.to - view.from) * 0.35;
  const lanes = new Map<string, [number, number][][]>();
  const placed: Placed[] = [];
  let hidden = 0;
  const place = (item: Item, force: boolean): void => {
    const outside = item.b <= view.from || item.a >= view.to;
    if (item.b <= view.from - margin || item.a >= view.to + margin) return;
    const left = (item.a - view.from) * scale;
    const pixels = (item.b - item.a) * scale;
    const form = formAt(item, pixels);
    const right = form === "stem" ? left + CARD : form === "short" ? left + pixels + CARD : left + pixels;
    const lane = item.n ?? "";
    let rows = lanes.get(lane);
    if (!rows) lanes.set(lane, (rows = []));
    let row = rows.findIndex((taken) => taken.every(([l, r]) => right + 10 <= l || r + 10 <= left));
    if (row < 0 && (force || rows.length < view.rows(lane))) row = rows.push([]) - 1;
    if (row < 0 || placed.length >= MOST) {
      if (!outside) hidden++;
      return;
    }
    rows[row]?.push([left, right]);
    placed.push({ item, form, order: placed.length });
  };
  for (const item of byWeight) if (forced.has(item.id)) place(item, true);
  for (const item of byWeight) if (!forced.has(item.id) && matches(item)) place(item, false);
  return { placed, hidden };
}
