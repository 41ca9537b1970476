// What the reader asked to see.
import type { Item } from "./data";

export interface Filter {
  text: string;
  actor: string;
  type: string;
  paper: string;
  from: string; // years, as typed
  until: string;
  sources: number;
}

export const everything = (): Filter => ({ text: "", actor: "", type: "", paper: "", from: "", until: "", sources: 1 });

export function isEverything(f: Filter): boolean {
  return !f.text.trim() && !f.actor && !f.type && !f.paper && !f.from && !f.until && f.sources <= 1;
}

/** Letters without their accents and case, so that "elysee" finds "Élysée". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").replace(/œ/gi, "oe").toLowerCase();
}

const year = (text: string): number | undefined => (/^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined);

function yearStart(y: number): number {
  const date = new Date(0);
  date.setUTCFullYear(y, 0, 1);
  return date.getTime();
}

/** A test for items; textOf gives the folded words of an event and is asked only while searching. */
export function matcher(f: Filter, textOf: (id: string) => string): (item: Item) => boolean {
  const words = fold(f.text).split(/\s+/).filter(Boolean);
  const from = year(f.from);
  const until = year(f.until);
  const start = from === undefined ? -Infinity : yearStart(from);
  const end = until === undefined ? Infinity : yearStart(until + 1);
  return (item) =>
    (!f.actor || !!item.p?.includes(f.actor)) &&
    (!f.type || item.y === f.type) &&
    (!f.paper || !!item.r?.includes(f.paper)) &&
    (f.sources <= 1 || (item.r?.length ?? 0) >= f.sources) &&
    item.b > start &&
    item.a < end &&
    (words.length === 0 || words.every((word) => textOf(item.id).includes(word)));
}
