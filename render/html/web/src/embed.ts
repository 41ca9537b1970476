// In someone else's frame, the page tells how high it is; the snippet of
// `embed` mode listens. Nothing else is said, and nothing is listened to.
export function tellHeight(): void {
  if (parent === window) return;
  const tell = (): void => parent.postMessage({ friseHeight: document.documentElement.scrollHeight }, "*");
  new ResizeObserver(tell).observe(document.body);
  tell();
}
