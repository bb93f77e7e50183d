import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';

const PATHS = {
  lock: 'M7.5 10.5h9a2.5 2.5 0 0 1 2.5 2.5v4.5a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 17.5V13a2.5 2.5 0 0 1 2.5-2.5zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  transfer: 'M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4',
  invite: 'M10 11.5a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3.500 19.500c.6-3.200 3-5 6.500-5s5.900 1.800 6.500 5M19 8v6M16 11h6',
  clip: 'm20 11.5-8 8a5 5 0 0 1-7-7l8.5-8.500a3.3 3.3 0 0 1 4.7 4.700L9.7 17.200a1.7 1.7 0 0 1-2.4-2.400l7.5-7.5',
  smile: 'M4 12a8 8 0 1 1 16 0 8 8 0 0 1-16 0M9 10h.1M15 10h.1M8.5 14a4.500 4.500 0 0 0 7 0',
  eye: 'M3 12c4-7 14-7 18 0-4 7-14 7-18 0zM9.5 12a2.500 2.500 0 1 0 5 0 2.500 2.500 0 0 0-5 0',
  pencil: 'M5 19l1-4.500L16 4.500l3.500 3.500L9 18zM13.500 7l3.500 3.500',
  search: 'M4.500 10.500a6 6 0 1 1 12 0 6 6 0 0 1-12 0M15 15l5 5',
  quote: 'm9 8-5 5 5 5M4 13h10a6 6 0 0 1 6 6',
} as const;

export function ConsoleIcon({ name }: { readonly name: keyof typeof PATHS }): JSX.Element {
  return <Icon name={PATHS[name]} />;
}
