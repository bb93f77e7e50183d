import type { JSX } from 'preact';

/** A leaf-shaped portrait, or the first letters of the name. Decoration: the name stands beside it. */
export function Portrait({ name, avatar, small }: { readonly name?: string | undefined; readonly avatar?: string | undefined; readonly small?: boolean }): JSX.Element {
  const letters = (name ?? '').split(/\s+/).map((word) => [...word][0] ?? '').slice(0, 2).join('');
  return (
    <span class={small ? 'av s' : 'av'} aria-hidden="true">
      {avatar ? <img src={avatar} alt="" /> : <b>{letters.toUpperCase()}</b>}
    </span>
  );
}
