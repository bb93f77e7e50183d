import type { JSX } from 'preact';

/** Initials on one of five quiet colours, always the same for the same person. Decoration: the name stands beside it. */
export function Face({ name, id, size }: { readonly name: string; readonly id?: string | undefined; readonly size?: 's' | 'l' }): JSX.Element {
  const letters = name.split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('');
  const colour = [...(id ?? name)].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 5;
  return (
    <span class={`pw-av c${colour + 1} ${size ?? ''}`} aria-hidden="true">
      {letters.toUpperCase()}
    </span>
  );
}
