// Search, filters, zoom: the row above the timeline.
import { count, type Data, element, type Lane, say } from "./data";
import { everything, type Filter, isEverything } from "./filter";

export interface ToolbarActions {
  filter(f: Filter): void;
  preset(years: number | "all" | "dense"): void;
  zoom(factor: number): void;
}

export interface Toolbar {
  root: HTMLElement;
  search: HTMLInputElement;
  set(f: Filter): void;
  counted(shown: number, all: number): void;
  zoomable(yes: boolean): void;
}

const OPTIONS = 300; // at most in one menu

export function createToolbar(data: Data, act: ToolbarActions): Toolbar {
  const { words } = data;
  const root = element("div", "toolbar");
  const current = everything();
  const changed = (): void => {
    reset.hidden = isEverything(current);
    act.filter({ ...current });
  };

  const search = element("input", "search");
  search.type = "search";
  search.placeholder = say(words, "Search");
  search.setAttribute("aria-label", say(words, "Search"));
  search.addEventListener("input", () => {
    current.text = search.value;
    changed();
  });

  const filters = element("details", "filters");
  const summary = element("summary", "button", say(words, "Filters"));
  const form = element("div", "filter-form");
  const actor = menu(data.actors, say(words, "Actor"), say(words, "AnyActor"), (v) => (current.actor = v));
  const type = menu(data.types, say(words, "Type"), say(words, "AnyType"), (v) => (current.type = v));
  const paper = menu(data.papers, say(words, "Source"), say(words, "AnySource"), (v) => (current.paper = v));
  const from = field(say(words, "From"), "number", (v) => (current.from = v));
  const until = field(say(words, "Until"), "number", (v) => (current.until = v));
  const sources = field(say(words, "MinSources"), "number", (v) => (current.sources = Math.max(1, Number(v) || 1)));
  sources.input.min = "1";
  form.append(...[actor, type, paper, from, until, sources].flatMap((f) => (f.label ? [f.label] : [])));
  filters.append(summary, form);
  form.addEventListener("input", changed);

  const reset = element("button", "link", say(words, "Reset"));
  reset.type = "button";
  reset.hidden = true;
  const set = (f: Filter): void => {
    Object.assign(current, f);
    search.value = f.text;
    actor.input.value = f.actor;
    type.input.value = f.type;
    paper.input.value = f.paper;
    from.input.value = f.from;
    until.input.value = f.until;
    sources.input.value = f.sources > 1 ? String(f.sources) : "";
    reset.hidden = isEverything(f);
  };
  reset.addEventListener("click", () => {
    set(everything());
    changed();
    search.focus();
  });
  document.addEventListener("click", (event) => {
    if (!filters.contains(event.target as Node)) filters.open = false;
  });
  filters.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !filters.open) return;
    event.stopPropagation();
    filters.open = false;
    summary.focus();
  });

  const counter = element("output", "counter");
  const zoom = zoomButtons(data, act);
  root.append(search, filters, counter, reset, zoom);
  return {
    root,
    search,
    set,
    counted(shown, all) {
      counter.textContent = shown === all ? "" : `${shown ? count(words, "Shown", shown) : say(words, "None")} ${say(words, "OfAll", all)}`;
    },
    zoomable: (yes) => (zoom.hidden = !yes),
  };
}

function zoomButtons(data: Data, act: ToolbarActions): HTMLElement {
  const box = element("div", "zoom");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", say(data.words, "Zoom"));
  const add = (label: string, text: string, run: () => void): void => {
    const made = element("button", "button", text);
    made.type = "button";
    if (label !== text) made.setAttribute("aria-label", label);
    if (label !== text) made.title = label;
    made.addEventListener("click", run);
    box.append(made);
  };
  const [from, to, min, max] = data.window;
  const years = (max - min) / (365.25 * 86_400_000);
  if (max - min > (to - from) * 1.05) add(say(data.words, "Dense"), say(data.words, "Dense"), () => act.preset("dense"));
  add(say(data.words, "All"), say(data.words, "All"), () => act.preset("all"));
  if (years > 15) add(say(data.words, "Decade"), say(data.words, "Decade"), () => act.preset(10));
  if (years > 2) add(say(data.words, "Year"), say(data.words, "Year"), () => act.preset(1));
  add(say(data.words, "ZoomOut"), "−", () => act.zoom(1.6));
  add(say(data.words, "ZoomIn"), "+", () => act.zoom(1 / 1.6));
  return box;
}

interface Field<T> {
  label: HTMLLabelElement | undefined;
  input: T;
}

/** A menu of codes; none where there is nothing to choose. */
function menu(lanes: Lane[], name: string, any: string, choose: (value: string) => void): Field<HTMLSelectElement> {
  const input = element("select");
  input.append(new Option(any, ""), ...lanes.slice(0, OPTIONS).map((lane) => new Option(lane.name, lane.id)));
  input.addEventListener("input", () => choose(input.value));
  return { input, label: lanes.length > 1 ? labelled(name, input) : undefined };
}

function field(name: string, type: string, choose: (value: string) => void): Field<HTMLInputElement> {
  const input = element("input");
  input.type = type;
  input.addEventListener("input", () => choose(input.value));
  return { input, label: labelled(name, input) };
}

function labelled(name: string, input: HTMLElement): HTMLLabelElement {
  const label = element("label");
  label.append(element("span", "", name), input);
  return label;
}
