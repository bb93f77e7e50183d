import type { JSX } from 'preact';

/** Line icons on a 24 px grid, as paths: only those that the panel shows at once, so that no sprite has to be fetched; for others see paths.ts. */
const PATHS = {
  chat: 'M4 12a8 8 0 1 1 8 8H4zM8 10h8M8 14h5',
  back: 'M19 12H5m6-6-6 6 6 6',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'M12 19V5m-6 6 6-6 6 6',
  plus: 'M12 5v14M5 12h14',
  pop: 'M14 5h5v5M19 5l-7 7M10 6H6v12h12v-4',
  more: 'M5.5 12h.8M12 12h.8M18.5 12h.8',
} as const;

/** One of those above, or its path. */
export type IconName = keyof typeof PATHS | `M${string}` | `m${string} ${string}`;

/** Decoration: the words beside it, or the button's label, say what it means. */
export function Icon({ name, small }: { readonly name: IconName; readonly small?: boolean }): JSX.Element {
  return (
    <svg class={small ? 'i s' : 'i'} viewBox="0 0 24 24" aria-hidden>
      <path d={(PATHS as Partial<Record<IconName, string>>)[name] ?? name} />
    </svg>
  );
}
