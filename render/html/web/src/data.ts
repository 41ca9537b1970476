// What the page hands to its script: places in time and codes. Texts are read
// from the list, which is the document.

export interface Words {
  Months: string[];
  LongMonths: string[];
  BC: string;
  [label: string]: string | string[] | string[][];
}

export interface Lane {
  id: string;
  name: string;
}

/** One event; a and b are epoch milliseconds in UTC, half-open. */
export interface Item {
  id: string;
  t: string;
  l: string;
  a: number;
  b: number;
  k: "point" | "range" | "soft" | "band";
  q: number;
  c: string;
  s: number;
  o?: [number, number][];
  y?: string;
  p?: string[];
  r?: string[];
  n?: string;
}

export interface Data {
  lang: string;
  by: string;
  window: [from: number, to: number, min: number, max: number];
  lanes: Lane[] | null;
  words: Words;
  quads: string[];
  types: Lane[];
  actors: Lane[];
  papers: Lane[];
  events: Item[] | null;
}

export const DAY = 86_400_000;

export function readData(): Data | undefined {
  const element = document.getElementById("frise-data");
  return element?.textContent ? (JSON.parse(element.textContent) as Data) : undefined;
}

/** A label with its {n} (and {m}) filled in. */
export function say(words: Words, name: string, n?: string | number, m?: string | number): string {
  const label = words[name];
  if (typeof label !== "string") return name;
  return label.replace("{n}", String(n ?? "")).replace("{m}", String(m ?? ""));
}

/** The singular label where there is one of it: count(w, "Earlier", 1) takes "Earlier1". */
export function count(words: Words, name: string, n: number): string {
  return n === 1 ? say(words, name + "1") : say(words, name, n.toLocaleString(document.documentElement.lang));
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  text = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** The mark of a class of events, told by its shape and not by colour alone. */
export function glyph(quad: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "glyph");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#q${quad}`);
  svg.append(use);
  return svg;
}

export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
