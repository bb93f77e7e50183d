import type { JSX } from 'preact';

/** A photo over initials on one of five quiet colours, always the same for the same person. Decoration: the name stands beside it. */
export function Face({ name, id, size, photo }: { readonly name: string; readonly id?: string | undefined; readonly size?: 's' | 'l'; readonly photo?: string | undefined }): JSX.Element {
  const letters = name.split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('');
  const colour = [...(id ?? name)].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 5;
  return (
    <span class={`pw-av c${colour + 1} ${size ?? ''}`} aria-hidden="true">
      {letters.toUpperCase()}
      {photo && <img src={photo} alt="" loading="lazy" />}
    </span>
  );
}
