import type { Component, FunctionComponent, JSX } from 'preact';

/** Keeps what was drawn while all properties are the same; what it reads of signals draws it anew as ever. */
export function kept<P extends object>(draw: (props: P) => JSX.Element): FunctionComponent<P> {
  return function Kept(this: Component<P>, props: P): JSX.Element {
    this.shouldComponentUpdate = (fresh, state) => state !== this.state || differ(this.props as P, fresh);
    return draw(props);
  } as FunctionComponent<P>;
}

function differ<P extends object>(known: P, fresh: Readonly<P>): boolean {
  return (Object.keys(fresh) as (keyof P)[]).some((name) => known[name] !== fresh[name]);
}
