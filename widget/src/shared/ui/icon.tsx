import type { JSX } from 'preact';

/** Line icons on a 24 px grid, as paths: only those that are used, so that no sprite has to be fetched. */
const PATHS = {
  chat: 'M4 12a8 8 0 1 1 8 8H5.5A1.5 1.5 0 0 1 4 18.5zM8.5 10.5h7M8.5 14h4',
  phone:
    'M8.2 4H5.5A1.5 1.5 0 0 0 4 5.6C4.6 13.3 10.7 19.4 18.4 20a1.5 1.5 0 0 0 1.6-1.5v-2.7a1.5 1.5 0 0 0-1.1-1.45l-2.4-.65a1.5 1.5 0 0 0-1.5.42l-.8.88a12 12 0 0 1-5.2-5.2l.88-.8a1.5 1.5 0 0 0 .42-1.5l-.65-2.4A1.5 1.5 0 0 0 8.2 4z',
  next: 'm9.5 6 6 6-6 6',
  back: 'M19 12H5m6-6-6 6 6 6',
  down: 'm6 9.5 6 6 6-6',
  close: 'm6 6 12 12M18 6 6 18',
  send: 'M12 19V5m-6 6 6-6 6 6',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checks: 'm2.5 12.5 4.2 4.2L15 8.3M11.5 15.8l.9.9L21.5 8.3',
  clock: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7.5V12l3 2',
  pin: 'M12 21c4.5-4.4 6.5-7.7 6.5-10.7a6.5 6.5 0 1 0-13 0c0 3 2 6.3 6.5 10.7zM14.3 10.3a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0z',
  mail: 'M6 5.5h12A2.5 2.5 0 0 1 20.5 8v8a2.5 2.5 0 0 1-2.5 2.500H6A2.5 2.5 0 0 1 3.5 16V8A2.5 2.5 0 0 1 6 5.500zM4.5 8l7.5 5.500L19.5 8',
  file: 'M13.5 3.5H8A2.5 2.5 0 0 0 5.5 6v12A2.5 2.5 0 0 0 8 20.5h8a2.5 2.5 0 0 0 2.5-2.500V8.500zM13.5 3.500v5h5M9 13h6M9 16.500h4',
  alert: 'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7.8v5M12 16v.01',
  pop: 'M13.5 4.5h6v6M19 5l-7 7M10.5 5.5H7A2.5 2.5 0 0 0 4.5 8v9A2.5 2.5 0 0 0 7 19.5h9a2.5 2.5 0 0 0 2.5-2.500v-3.5',
  user: 'M16 8.3a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 20c.9-3.9 3.7-5.9 7.5-5.900s6.6 2 7.5 5.9',
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
