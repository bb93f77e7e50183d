import type { Target } from '../../shared/promises';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** See `clock.ts`. */
      'pw-clock': HTMLAttributes & Target;
      /** See `priority.ts`. */
      'pw-priority': HTMLAttributes & { level: string | undefined };
    }
  }
}
