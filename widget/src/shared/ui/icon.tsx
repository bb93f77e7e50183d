import type { JSX } from 'preact';

/** Line icons on a 24 px grid, as paths: only those that are used, so that no sprite has to be fetched. */
const PATHS = {
  chat: 'M4 12a8 8 0 1 1 8 8H4zM8 10h8M8 14h5',
  back: 'M19 12H5m6-6-6 6 6 6',
  down: 'm6 9 6 6 6-6',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'M12 19V5m-6 6 6-6 6 6',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12 5 5L19 8',
  checks: 'm3 12 4 4L15 8M12 16l1 1L22 8',
  clock: 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M12 8v4l3 2',
  file: 'M14 4H7v16h11V8zM14 4v4h4M10 13h5M10 16h5',
  alert: 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M12 8v4M12 16v0',
  pop: 'M14 5h5v5M19 5l-7 7M10 6H6v12h12v-4',
  more: 'M5.5 12h.8M12 12h.8M18.5 12h.8',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5L19 18H5zM10 20.7h4',
  user: 'M8 8a4 4 0 1 1 8 0 4 4 0 0 1-8 0M5 20c1-4 3-6 7-6s6 2 7 6',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration: the words beside it, or the button's label, say what it means. */
export function Icon({ name, small }: { readonly name: IconName; readonly small?: boolean }): JSX.Element {
  return drawn(PATHS[name], small);
}

export function drawn(path: string, small?: boolean): JSX.Element {
  return (
    <svg class={small ? 'i s' : 'i'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
