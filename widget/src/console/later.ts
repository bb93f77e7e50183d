const LONGEST_PAUSE = 60_000;
const coming = new Map<string, Promise<unknown>>();

/**
 * A part of the console that is not there from the start: a file beside its own, which has no Preact in it. Where it cannot be had it is
 * asked for again, ever more seldom, until it is there.
 */
export function later<T>(name: string): Promise<T> {
  const known = coming.get(name) ?? fetched(import.meta.url.replace('console.js', `${name}.js`));
  coming.set(name, known);
  return known as Promise<T>;
}

async function fetched(address: string): Promise<unknown> {
  for (let again = 0; ; again++) {
    try {
      // A browser may remember that an address could not be had.
      return await import(address + (again ? `&again=${again}` : ''));
    } catch {
      await new Promise((done) => setTimeout(done, Math.min(LONGEST_PAUSE, 1_000 * 2 ** again)));
    }
  }
}
