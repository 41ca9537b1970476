// The page's script: wires the parts together. Without it the page is whole,
// with it the list gains a timeline, a search and a detail panel.
import { createChart, type Chart } from "./chart";
import { count, type Data, DAY, element, type Item, readData, say } from "./data";
import { tellHeight } from "./embed";
import { matcher } from "./filter";
import { createHelp } from "./help";
import { CARD } from "./layout";
import { createList } from "./list";
import { createMinimap } from "./minimap";
import { createPanel } from "./panel";
import { openForPrint } from "./print";
import { keepState, readState } from "./state";
import { themeButton } from "./theme";
import { createToolbar } from "./toolbar";

const NARROW = "(max-width: 47.99rem)";

function start(data: Data): void {
  const events = data.events ?? [];
  const byId = new Map(events.map((item) => [item.id, item]));
  const { words } = data;
  const root = document.getElementById("frise")!;
  const state = readState(location.hash);
  let matches: (item: Item) => boolean = () => true;
  let visible = events;
  let current: Item | undefined;
  let chart: Chart | undefined;

  const live = element("div", "live");
  live.setAttribute("aria-live", "polite");
  live.setAttribute("role", "status");
  const announce = (text: string): void => {
    live.textContent = text;
  };
  root.append(live);

  const list = createList(data);
  const help = createHelp(data);
  root.append(help);
  tools(data, () => chart?.refresh(), help);
  openForPrint();
  if (!events.length) return;

  const narrow = matchMedia(NARROW);
  const [from, to, min, max] = data.window;
  const host = document.getElementById("chart")!;
  const stage = document.getElementById("stage")!;

  const toolbar = createToolbar(data, {
    filter(f) {
      state.filter = f;
      applyFilter();
      keepState(state);
    },
    preset(years) {
      if (years === "all") return move(min, max);
      if (years === "dense") return move(from, to);
      const [a, b] = chart?.window() ?? [from, to];
      const middle = current && current.a > a && current.a < b ? current.a : (a + b) / 2;
      const half = (years * 365.25 * DAY) / 2;
      move(middle - half, middle + half);
    },
    zoom: (factor) => chart?.zoom(factor),
  });
  const minimap = createMinimap(data, (a, b, done) => {
    if (!narrow.matches) return chart?.show(a, b, false);
    const target = visible.find((item) => item.b > a) ?? visible[visible.length - 1];
    if (target && done) list.reveal(target.id);
  });
  const edges = [edge("left"), edge("right")] as const;
  const more = element("p", "more");
  const panel = createPanel(document.getElementById("panel")!, data, {
    close: () => open(undefined),
    step,
    open: (id) => open(byId.get(id)),
    announce,
  });

  function edge(side: "left" | "right"): HTMLButtonElement {
    const button = element("button", `edge ${side}`);
    button.type = "button";
    button.hidden = true;
    button.addEventListener("click", () => {
      const [a, b] = chart?.window() ?? [from, to];
      const beyond = side === "left" ? visible.filter((item) => item.b <= a) : visible.filter((item) => item.a >= b);
      const next = side === "left" ? beyond[beyond.length - 1] : beyond[0];
      if (next) move(next.a - (b - a) * 0.5, next.a + (b - a) * 0.5);
    });
    return button;
  }

  function move(a: number, b: number, animated = true): void {
    chart?.show(a, b, animated);
  }

  function applyFilter(): void {
    matches = matcher(state.filter, list.textOf);
    visible = events.filter(matches);
    list.filter(matches);
    minimap.update(matches);
    chart?.filter(matches);
    toolbar.counted(visible.length, events.length);
    announce(visible.length ? count(words, "Shown", visible.length) : say(words, "None"));
    const [a, b] = chart?.window() ?? [from, to];
    showEdges(a, b);
  }

  function showEdges(a: number, b: number): void {
    const before = visible.filter((item) => item.b <= a).length;
    const after = visible.filter((item) => item.a >= b).length;
    edges[0].hidden = !before;
    edges[1].hidden = !after;
    edges[0].textContent = `← ${count(words, "Earlier", before)}`;
    edges[1].textContent = `${count(words, "LaterOn", after)} →`;
  }

  /** Makes an event the current one; with its detail unless it is only passed by. */
  function open(item: Item | undefined, options: { focus?: boolean; detail?: boolean } = {}): void {
    const wasOpen = panel.open();
    current = item ?? current;
    state.event = item?.id ?? "";
    list.mark(item?.id ?? "");
    const position = item ? say(words, "Position", visible.indexOf(item) + 1, visible.length) : "";
    if (item && options.detail !== false) {
      panel.show(item, position);
      root.classList.add("with-panel");
      if (options.focus) panel.focus();
    } else if (!item) {
      panel.hide();
      root.classList.remove("with-panel");
      if (wasOpen && chart) host.focus({ preventScroll: true });
    }
    chart?.select(item, true);
    if (chart) describe(item);
    if (item) announce(`${item.l}. ${item.t}. ${position}`);
    keepState(state);
  }

  function describe(item: Item | undefined): void {
    if (item && document.getElementById(`card-${item.id}`)) host.setAttribute("aria-activedescendant", `card-${item.id}`);
    else host.removeAttribute("aria-activedescendant");
  }

  function step(by: number): void {
    if (!visible.length) return;
    const at = current ? visible.indexOf(current) : by > 0 ? -1 : visible.length;
    goto(Math.min(Math.max(at + by, 0), visible.length - 1));
  }

  function goto(n: number): void {
    open(visible[n], { detail: panel.open() });
  }

  // A list of thousands is laid out after the timeline is drawn.
  const rest = events.length > 500 && !narrow.matches ? document.getElementById("list") : null;
  if (rest) rest.hidden = true;
  const controls = document.getElementById("controls")!;
  controls.append(toolbar.root, minimap.root);
  controls.hidden = false;
  const frame = element("div", "chart-frame");
  host.replaceWith(frame);
  const foot = element("div", "chart-foot");
  foot.append(edges[0], more, edges[1]);
  frame.append(host, foot);
  root.classList.add("scripted");

  function arrange(): void {
    toolbar.zoomable(!narrow.matches);
    root.classList.toggle("vertical", narrow.matches);
    if (narrow.matches || chart) return;
    host.hidden = false;
    host.tabIndex = 0;
    host.setAttribute("role", "group");
    host.setAttribute("aria-label", `${say(words, "Timeline")}. ${say(words, "TimelineHelp")}`);
    chart = createChart(host, data, {
      click: (id) => open(byId.get(id)),
      range(a, b, byUser) {
        minimap.setWindow(a, b);
        showEdges(a, b);
        if (byUser) state.view = [a, b];
        later(() => keepState(state));
      },
      drawn(hidden) {
        more.textContent = hidden ? `+ ${count(words, "More", hidden)}` : "";
      },
    });
    const [a, b] = state.view ?? firstWindow(data, chart.width());
    chart.show(a, b, false);
  }

  minimap.setWindow(from, to);
  toolbar.set(state.filter);
  arrange();
  applyFilter();
  announce("");
  narrow.addEventListener("change", arrange);
  const wanted = byId.get(state.event);
  if (wanted) open(wanted);
  // An event's address shows it on the timeline; on a narrow screen the list is the timeline.
  if (wanted && !narrow.matches) addEventListener("load", () => setTimeout(() => scrollTo(0, 0), 60));
  addEventListener("hashchange", () => {
    const item = byId.get(readState(location.hash).event);
    if (item && item !== current) open(item);
  });
  watchList(data, root, byId, (item) => open(item, { focus: true }));
  watchKeys(host, { step, goto, count: () => visible.length, detail: () => open(current, { focus: true }), zoom: (f) => chart?.zoom(f), home: () => move(from, to) });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open() && !help.open) return open(undefined);
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches("input, select, textarea")) return;
    if (event.key === "?") help.showModal();
    else if (event.key === "/") toolbar.search.focus();
    else return;
    event.preventDefault();
  });
  let scrolling = 0;
  addEventListener("scroll", () => {
    if (!narrow.matches) return;
    scrolling ||= requestAnimationFrame(() => {
      scrolling = 0;
      const seen = list.inView();
      if (seen) minimap.setWindow(...seen);
    });
  }, { passive: true });
  if (rest) requestAnimationFrame(() => setTimeout(() => (rest.hidden = false)));
  stage.dataset["ready"] = "true";
}

/** The main period, with room on the right for the last label. */
function firstWindow({ window: [from, to], events }: Data, width: number): [number, number] {
  const share = Math.min(0.4, (CARD + 16) / width);
  const last = Math.max(...(events ?? []).filter((item) => item.a < to).map((item) => item.a));
  return [from, Math.max(to, (last - from * share) / (1 - share))];
}

function tools(data: Data, redraw: () => void, help: HTMLDialogElement): void {
  const box = document.getElementById("tools");
  if (!box) return;
  const button = (text: string, label: string, run: () => void): HTMLButtonElement => {
    const made = element("button", "button", text);
    made.type = "button";
    made.title = label;
    made.classList.add("keyboard");
    if (label !== text) made.setAttribute("aria-label", label);
    made.addEventListener("click", run);
    return made;
  };
  box.append(
    button(say(data.words, "Print"), say(data.words, "Print"), () => print()),
    themeButton(data, redraw),
    button("?", say(data.words, "Help"), () => help.showModal()),
  );
  box.hidden = false;
}

/** A title in the list opens the event; with a modifier key it stays a link. */
function watchList(_data: Data, root: HTMLElement, byId: Map<string, Item>, open: (item: Item) => void): void {
  root.querySelector(".events")?.addEventListener("click", (event) => {
    const click = event as MouseEvent;
    const link = (click.target as Element).closest("h3 a");
    const item = link && byId.get(link.getAttribute("href")?.slice(1) ?? "");
    if (!item || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
    click.preventDefault();
    open(item);
  });
}

interface Keys {
  step(by: number): void;
  goto(n: number): void;
  count(): number;
  detail(): void;
  zoom(factor: number): void;
  home(): void;
}

function watchKeys(host: HTMLElement, act: Keys): void {
  const keys: Record<string, () => void> = {
    ArrowRight: () => act.step(1),
    ArrowDown: () => act.step(1),
    ArrowLeft: () => act.step(-1),
    ArrowUp: () => act.step(-1),
    Home: () => act.goto(0),
    End: () => act.goto(act.count() - 1),
    PageUp: () => act.step(-10),
    PageDown: () => act.step(10),
    Enter: act.detail,
    " ": act.detail,
    "+": () => act.zoom(1 / 1.6),
    "=": () => act.zoom(1 / 1.6),
    "-": () => act.zoom(1.6),
    "0": act.home,
  };
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
}

let timer = 0;
function later(run: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(run, 300);
}

const data = readData();
if (data) {
  const began = performance.now();
  start(data);
  performance.measure("frise", { start: began, end: performance.now() });
}
tellHeight();
