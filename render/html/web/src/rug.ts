// A tick on the axis for every event of the window, drawn or not, so that
// nothing is hidden without a trace.
import type { Item } from "./data";

export function drawRug(
  canvas: HTMLCanvasElement,
  center: HTMLElement | null,
  events: Item[],
  matches: (item: Item) => boolean,
  from: number,
  to: number,
): void {
  if (!center || !canvas.parentElement) return;
  const host = canvas.parentElement.getBoundingClientRect();
  const box = center.getBoundingClientRect();
  const ratio = devicePixelRatio || 1;
  const height = 8;
  canvas.style.left = `${box.left - host.left}px`;
  canvas.style.top = `${box.bottom - host.top - height}px`;
  canvas.style.width = `${box.width}px`;
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(box.width * ratio);
  canvas.height = height * ratio;
  const context = canvas.getContext("2d");
  if (!context) return;
  const colours = [0, 1, 2, 3, 4].map((q) => colourOf(canvas, `--frise-q${q}`));
  context.globalAlpha = Math.min(0.75, Math.max(0.12, 250 / events.length));
  for (const item of events) {
    if (item.b < from || item.a > to || !matches(item)) continue;
    const at = item.k === "point" ? item.a : (item.a + item.b) / 2;
    context.fillStyle = colours[item.q] ?? "#888";
    context.fillRect(((at - from) / (to - from)) * canvas.width - ratio / 2, 0, 1.5 * ratio, canvas.height);
  }
}

/** What a colour variable is in the scheme that holds now. */
function colourOf(near: HTMLElement, variable: string): string {
  near.style.color = `var(${variable})`;
  const colour = getComputedStyle(near).color;
  near.style.color = "";
  return colour;
}
