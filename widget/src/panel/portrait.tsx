import type { JSX } from 'preact';
import { visit } from './context';

interface PortraitProps {
  readonly who: { readonly id: string; readonly name: string; readonly avatar?: string } | undefined;
  readonly small?: boolean;
}

/** A leaf-shaped portrait of an agent over the first letters of the name: the company's, where nobody has come yet. Decoration: the name stands beside it. */
export function Portrait({ who, small }: PortraitProps): JSX.Element {
  const avatar = who?.avatar ?? [...visit.live.list.value.values()].find(({ agent }) => agent?.id === who?.id)?.agent?.avatar;
  const name = who?.name || visit.panel.config.name || '';
  const letters = name.split(/\s+/).map(([first = '']) => first).slice(0, 2).join('');
  return (
    <span class={small ? 'av s' : 'av'} aria-hidden>
      <b>{letters.toUpperCase()}</b>
      {avatar && <img src={avatar} alt="" />}
    </span>
  );
}
