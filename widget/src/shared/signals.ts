/**
 * Values that know who reads them. A component (or an effect) that reads `value` while it runs is run again when the
 * value changes; `peek` reads without being noticed. A tenth of the size of the usual library, which the byte budget of
 * the panel has no room for; the one thing left out is caching of computed values.
 */
import { options } from 'preact';

export interface ReadonlySignal<T> {
  readonly value: T;
  peek(): T;
}

interface Reader {
  readonly sources: Set<Set<Reader>>;
  notify(): void;
}

let reading: Reader | undefined;

export class Signal<T> implements ReadonlySignal<T> {
  #current: T;
  readonly #readers = new Set<Reader>();

  constructor(first: T) {
    this.#current = first;
  }

  get value(): T {
    if (reading) {
      this.#readers.add(reading);
      reading.sources.add(this.#readers);
    }
    return this.#current;
  }

  set value(next: T) {
    if (next === this.#current) return;
    this.#current = next;
    [...this.#readers].forEach((reader) => reader.notify());
  }

  peek(): T {
    return this.#current;
  }
}

export function signal<T>(first: T): Signal<T> {
  return new Signal(first);
}

/** A value made of others, worked out at every reading. */
export function computed<T>(peek: () => T): ReadonlySignal<T> {
  return {
    get value() {
      return peek();
    },
    peek,
  };
}

/** Runs now, and again (once, after the running code has ended) whenever something read in it has changed. */
export function effect(run: () => void): () => void {
  let due = false;
  let over = false;
  const again = (): void => {
    due = false;
    if (over) return;
    const before = begin(reader);
    try {
      run();
    } finally {
      reading = before;
    }
  };
  const reader: Reader = {
    sources: new Set(),
    notify: () => {
      if (!due) queueMicrotask(again);
      due = true;
    },
  };
  again();
  return () => {
    over = true;
    release(reader);
  };
}

function begin(reader: Reader): Reader | undefined {
  const before = reading;
  release(reader);
  reading = reader;
  return before;
}

function release(reader: Reader): void {
  reader.sources.forEach((readers) => readers.delete(reader));
  reader.sources.clear();
}

/** What Preact lets extensions hook into, under the names of its published builds (stable throughout version 10). */
interface Component {
  reader?: Reader;
  setState(state: object): void;
}
interface Hooks {
  /** Before a component renders. */
  __r?: (vnode: { __c: Component }) => void;
  diffed?: (vnode: { __c?: Component }) => void;
  unmount?: (vnode: { __c?: Component }) => void;
}

const hooks = options as Hooks;
const { __r: beforeRender, diffed, unmount } = hooks;
hooks.__r = (vnode) => {
  beforeRender?.(vnode);
  const component = vnode.__c;
  begin((component.reader ??= { sources: new Set(), notify: () => component.setState({}) }));
};
hooks.diffed = (vnode) => {
  reading = undefined;
  diffed?.(vnode);
};
hooks.unmount = (vnode) => {
  if (vnode.__c?.reader) release(vnode.__c.reader);
  unmount?.(vnode);
};
