// The view in the address, so that it can be shared: #e-ID&q=…&actor=…&view=from..to.
// An address with an event alone is a plain anchor that works without a script.
import { isoDay } from "./axis";
import { everything, type Filter } from "./filter";

export interface State {
  event: string;
  filter: Filter;
  view: [number, number] | undefined;
}

const day = (text: string | undefined): number => (text && /^[+-]?\d{4,6}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN);

export function readState(hash: string): State {
  const state: State = { event: "", filter: everything(), view: undefined };
  const [head, ...rest] = hash.replace(/^#/, "").split("&");
  if (head && !head.includes("=")) state.event = decode(head);
  else if (head) rest.unshift(head);
  const given = new URLSearchParams(rest.join("&"));
  const f = state.filter;
  f.text = given.get("q") ?? "";
  f.actor = given.get("actor") ?? "";
  f.type = given.get("type") ?? "";
  f.paper = given.get("article") ?? "";
  f.from = given.get("from") ?? "";
  f.until = given.get("until") ?? "";
  f.sources = Math.max(1, Number(given.get("sources")) || 1);
  const [from, to] = (given.get("view") ?? "").split("..").map(day);
  if (from !== undefined && to !== undefined && from < to) state.view = [from, to];
  return state;
}

export function writeState(state: State): string {
  const f = state.filter;
  const pairs = new URLSearchParams();
  for (const [name, value] of [
    ["q", f.text.trim()], ["actor", f.actor], ["type", f.type], ["article", f.paper], ["from", f.from], ["until", f.until],
    ["sources", f.sources > 1 ? String(f.sources) : ""],
    ["view", state.view ? `${isoDay(state.view[0])}..${isoDay(state.view[1])}` : ""],
  ] as const) {
    if (value) pairs.set(name, value);
  }
  const parts = [state.event, pairs.toString()].filter(Boolean);
  return parts.length ? `#${parts.join("&")}` : "";
}

/** Keeps the address in step without filling the reader's history. */
export function keepState(state: State): void {
  const hash = writeState(state);
  if (hash === location.hash) return;
  try {
    history.replaceState(null, "", hash || location.pathname + location.search);
  } catch {
    // A page in a sandboxed frame may not touch its address; the view works all the same.
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
