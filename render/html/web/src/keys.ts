// The keyboard: inside the timeline, and on the whole page.

export interface Keys {
  step(by: number): void;
  goto(n: number): void;
  last(): number;
  detail(): void;
  zoom(factor: number): void;
  home(): void;
}

const STEP = 1.6;

export function watchKeys(host: HTMLElement, act: Keys): void {
  const keys: Record<string, () => void> = {
    ArrowRight: () => act.step(1),
    ArrowDown: () => act.step(1),
    ArrowLeft: () => act.step(-1),
    ArrowUp: () => act.step(-1),
    Home: () => act.goto(0),
    End: () => act.goto(act.last()),
    PageUp: () => act.step(-10),
    PageDown: () => act.step(10),
    Enter: act.detail,
    " ": act.detail,
    "+": () => act.zoom(1 / STEP),
    "=": () => act.zoom(1 / STEP),
    "-": () => act.zoom(STEP),
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

/** Escape, ? and / anywhere but where text is typed. */
export function watchPageKeys(act: { close(): boolean; help(): void; search(): void }): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && act.close()) return;
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches("input, select, textarea")) return;
    if (event.key === "?") act.help();
    else if (event.key === "/") act.search();
    else return;
    event.preventDefault();
  });
}
