/** A place for small strings that outlives the page where the browser lets us, and this page where it does not. */
export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
}

/** Local storage, guarded: in a private window or a third-party frame every access may throw, then memory serves. */
export function browserStore(open: () => Storage = () => localStorage): Store {
  const memory = new Map<string, string>();
  const guarded = <T>(use: (storage: Storage) => T, instead: T): T => {
    try {
      return use(open());
    } catch {
      return instead;
    }
  };
  return {
    get: (key) => guarded((storage) => storage.getItem(key), null) ?? memory.get(key) ?? null,
    set: (key, value) => {
      // A full or forbidden store keeps it for this page at least.
      if (!guarded((storage) => (storage.setItem(key, value), true), false)) memory.set(key, value);
    },
    remove: (key) => {
      memory.delete(key);
      guarded((storage) => storage.removeItem(key), undefined);
    },
    keys: (prefix) => {
      const stored = guarded((storage) => Object.keys(storage), [] as string[]);
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix));
    },
  };
}
