// The reader's place on the page: which events are seen, which one is current,
// which period is shown; and the parts that show it.
import { createChart, type Chart } from "./chart";
import { count, type Data, DAY, element, type Item, say } from "./data";
import { createEdges, type Edges, roomForLast } from "./edges";
import { matcher } from "./filter";
import { createList, type List } from "./list";
import { createMinimap, type Minimap } from "./minimap";
import { createPanel, type Panel } from "./panel";
import { keepState, readState, type State } from "./state";
import { createToolbar, type Toolbar } from "./toolbar";

const NARROW = matchMedia("(max-width: 47.99rem)");

export class Reader {
  chart: Chart | undefined;
  readonly host = document.getElementById("chart")!;
  readonly panel: Panel;
  readonly toolbar: Toolbar;
  private readonly events: Item[];
  private readonly byId: Map<string, Item>;
  private readonly list: List;
  private readonly minimap: Minimap;
  private readonly edges: Edges;
  private readonly live = element("div", "live");
  private readonly state: State = readState(location.hash);
  private visible: Item[];
  private current: Item | undefined;
  private saving = 0;

  constructor(private readonly data: Data, private readonly root: HTMLElement) {
    this.events = data.events ?? [];
    this.visible = this.events;
    this.byId = new Map(this.events.map((item) => [item.id, item]));
    this.live.setAttribute("role", "status");
    root.append(this.live);
    this.list = createList(data);
    this.toolbar = createToolbar(data, {
      filter: (f) => {
        this.state.filter = f;
        this.applyFilter();
        keepState(this.state);
      },
      preset: (years) => this.preset(years),
      zoom: (factor) => this.chart?.zoom(factor),
    });
    this.minimap = createMinimap(data, (from, to, done) => this.drag(from, to, done));
    this.edges = createEdges(data, (item) => this.reach(item));
    this.panel = createPanel(document.getElementById("panel")!, data, {
      close: () => this.open(undefined),
      step: (by) => this.step(by),
      open: (id) => this.open(this.byId.get(id)),
      announce: (text) => this.announce(text),
    });
    this.build();
  }

  /** Puts the parts in place and shows what the address asks for. */
  private build(): void {
    // A list of thousands is laid out after the timeline is drawn.
    const rest = this.events.length > 500 && !NARROW.matches ? document.getElementById("list") : null;
    if (rest) rest.hidden = true;
    const controls = document.getElementById("controls")!;
    controls.append(this.toolbar.root, this.minimap.root);
    controls.hidden = false;
    const frame = element("div", "chart-frame");
    this.host.replaceWith(frame);
    frame.append(this.host, this.edges.foot);
    this.root.classList.add("scripted");
    this.minimap.setWindow(this.data.window[0], this.data.window[1]);
    this.toolbar.set(this.state.filter);
    this.arrange();
    this.applyFilter();
    this.announce("");
    NARROW.addEventListener("change", () => this.arrange());
    const wanted = this.byId.get(this.state.event);
    if (wanted) this.open(wanted);
    // An event's address shows it on the timeline; on a narrow screen the list is the timeline.
    if (wanted && !NARROW.matches) addEventListener("load", () => setTimeout(() => scrollTo(0, 0), 60));
    if (rest) requestAnimationFrame(() => setTimeout(() => (rest.hidden = false)));
    document.getElementById("stage")!.dataset["ready"] = "true";
  }

  private arrange(): void {
    this.toolbar.zoomable(!NARROW.matches);
    this.root.classList.toggle("vertical", NARROW.matches);
    if (NARROW.matches || this.chart) return;
    const { data, host } = this;
    host.hidden = false;
    host.tabIndex = 0;
    host.setAttribute("role", "group");
    host.setAttribute("aria-label", `${say(data.words, "Timeline")}. ${say(data.words, "TimelineHelp")}`);
    this.chart = createChart(host, data, {
      click: (id) => this.open(this.byId.get(id)),
      range: (from, to, byUser) => {
        this.minimap.setWindow(from, to);
        this.edges.update(this.visible, from, to);
        if (byUser) this.state.view = [from, to];
        this.save();
      },
      drawn: (hidden) => this.edges.more(hidden, (n) => count(data.words, "More", n)),
    });
    const [from, to] = this.state.view ?? this.main();
    this.chart.show(from, to, false);
  }

  private save(): void {
    clearTimeout(this.saving);
    this.saving = window.setTimeout(() => keepState(this.state), 300);
  }

  announce(text: string): void {
    this.live.textContent = text;
  }

  /** The main period, as it is shown first. */
  main(): [number, number] {
    return roomForLast(this.events, this.data.window[0], this.data.window[1], this.chart?.width());
  }

  show(period: [number, number], animated = true): void {
    this.chart?.show(...period, animated);
  }

  private shown(): [number, number] {
    return this.chart?.window() ?? [this.data.window[0], this.data.window[1]];
  }

  private preset(years: number | "all" | "dense"): void {
    if (years === "dense") return this.show(this.main());
    if (years === "all") return this.show(roomForLast(this.events, this.data.window[2], this.data.window[3], this.chart?.width()));
    const [from, to] = this.shown();
    const { current } = this;
    const middle = current && current.a > from && current.a < to ? current.a : (from + to) / 2;
    const half = (years * 365.25 * DAY) / 2;
    this.show([middle - half, middle + half]);
  }

  private reach(item: Item): void {
    const [from, to] = this.shown();
    this.show([item.a - (to - from) * 0.5, item.a + (to - from) * 0.5]);
  }

  private drag(from: number, to: number, done: boolean): void {
    if (!NARROW.matches) return this.show([from, to], false);
    const target = this.visible.find((item) => item.b > from) ?? this.visible[this.visible.length - 1];
    if (target && done) this.list.reveal(target.id);
  }

  private applyFilter(): void {
    const { words } = this.data;
    const matches = matcher(this.state.filter, this.list.textOf);
    this.visible = this.events.filter(matches);
    this.list.filter(matches);
    this.minimap.update(matches);
    this.chart?.filter(matches);
    this.toolbar.counted(this.visible.length, this.events.length);
    this.announce(this.visible.length ? count(words, "Shown", this.visible.length) : say(words, "None"));
    this.edges.update(this.visible, ...this.shown());
  }

  /** Makes an event the current one, with its detail unless it is only passed by; none closes the detail. */
  open(item: Item | undefined, options: { focus?: boolean; detail?: boolean } = {}): void {
    const wasOpen = this.panel.open();
    this.current = item ?? this.current;
    this.state.event = item?.id ?? "";
    this.list.mark(item?.id ?? "");
    const position = item ? say(this.data.words, "Position", this.visible.indexOf(item) + 1, this.visible.length) : "";
    if (item && options.detail !== false) {
      this.panel.show(item, position);
      if (options.focus) this.panel.focus();
    } else if (!item) {
      this.panel.hide();
      if (wasOpen && this.chart) this.host.focus({ preventScroll: true });
    }
    this.root.classList.toggle("with-panel", this.panel.open());
    this.chart?.select(item, true);
    const card = item && document.getElementById(`card-${item.id}`);
    if (card) this.host.setAttribute("aria-activedescendant", card.id);
    else this.host.removeAttribute("aria-activedescendant");
    if (item) this.announce(`${item.l}. ${item.t}. ${position}`);
    keepState(this.state);
  }

  openCurrent(): void {
    if (this.current) this.open(this.current, { focus: true });
  }

  /** Opens what an address or a link names; says whether it knows it. */
  openId(id: string, focus = false): boolean {
    const item = this.byId.get(id);
    if (item && (focus || item !== this.current)) this.open(item, { focus });
    return !!item;
  }

  last(): number {
    return this.visible.length - 1;
  }

  step(by: number): void {
    const at = this.current ? this.visible.indexOf(this.current) : by > 0 ? -1 : this.visible.length;
    this.goto(at + by);
  }

  goto(n: number): void {
    if (this.visible.length) this.open(this.visible[Math.min(Math.max(n, 0), this.last())], { detail: this.panel.open() });
  }

  /** On a narrow screen the overview shows how far the list was read. */
  followScroll(): void {
    const seen = NARROW.matches && this.list.inView();
    if (seen) this.minimap.setWindow(...seen);
  }
}
