/** A part of the console that is not there from the start: a file beside its own, which has no Preact in it. */
export function later<T>(name: string): Promise<T> {
  return import(import.meta.url.replace('console.js', `${name}.js`)) as Promise<T>;
}
