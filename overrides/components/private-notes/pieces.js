/** Long work in short pieces, so that the page keeps answering. */

const SHORT_MS = 8;

/** Lets the browser paint and answer. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** Runs `work(item)` for each item in order, in pieces of a few milliseconds. Stops early when `signal` is aborted. */
export async function inPieces(items, work, signal) {
  let until = performance.now() + SHORT_MS;
  for (const item of items) {
    if (signal?.aborted) return;
    work(item);
    if (performance.now() > until) {
      await breathe();
      until = performance.now() + SHORT_MS;
    }
  }
}

/** Runs the asynchronous `work(item)` for a handful of items at a time; the results in order. */
export async function manyAtATime(items, work, many = 64) {
  const all = [...items];
  const results = [];
  for (let at = 0; at < all.length; at += many) {
    results.push(...(await Promise.all(all.slice(at, at + many).map(work))));
    await breathe();
  }
  return results;
}
