// The page's script. Without it the page is whole; with it the list gains a
// timeline, a search and a detail panel.
import { type Data, readData } from "./data";
import { tellHeight } from "./embed";
import { createHelp } from "./help";
import { watchKeys, watchPageKeys } from "./keys";
import { openForPrint } from "./print";
import { Reader } from "./reader";
import { readState } from "./state";
import { showTools } from "./tools";

function start(data: Data): void {
  const root = document.getElementById("frise")!;
  const help = createHelp(data);
  root.append(help);
  openForPrint();
  if (!data.events?.length) return showTools(data, help, () => {});
  const reader = new Reader(data, root);
  showTools(data, help, () => reader.chart?.refresh());
  watchKeys(reader.host, {
    step: (by) => reader.step(by),
    goto: (n) => reader.goto(n),
    last: () => reader.last(),
    detail: () => reader.openCurrent(),
    zoom: (factor) => reader.chart?.zoom(factor),
    home: () => reader.show(reader.main()),
  });
  watchPageKeys({
    help: () => help.showModal(),
    search: () => reader.toolbar.search.focus(),
    close() {
      if (help.open || !reader.panel.open()) return false;
      reader.open(undefined);
      return true;
    },
  });
  watchTitles(root, reader);
  addEventListener("hashchange", () => reader.openId(readState(location.hash).event));
  let scrolling = 0;
  addEventListener("scroll", () => {
    scrolling ||= requestAnimationFrame(() => {
      scrolling = 0;
      reader.followScroll();
    });
  }, { passive: true });
}

/** A title in the list opens the event; with a modifier key it stays a link. */
function watchTitles(root: HTMLElement, reader: Reader): void {
  root.querySelector(".events")?.addEventListener("click", (event) => {
    const click = event as MouseEvent;
    const link = (click.target as Element).closest("h3 a");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
    if (reader.openId(link.getAttribute("href")?.slice(1) ?? "", true)) click.preventDefault();
  });
}

const data = readData();
if (data) {
  const began = performance.now();
  start(data);
  performance.measure("frise", { start: began, end: performance.now() });
}
tellHeight();
