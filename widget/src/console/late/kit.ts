/**
 * What the console lends to the code it fetches late: the same Preact and signals, and no second copy of either. The bindings are live:
 * they are there before anything of that code runs.
 */
import type { Fragment as PreactFragment, h as preactH } from 'preact';
import type { signal as aSignal } from '../../shared/signals';
import type { Face as ConsoleFace } from '../face';

export interface Kit {
  readonly h: typeof preactH;
  readonly Fragment: typeof PreactFragment;
  readonly signal: typeof aSignal;
  readonly Face: typeof ConsoleFace;
}

export let h: Kit['h'];
export let Fragment: Kit['Fragment'];
export let signal: Kit['signal'];
export let Face: Kit['Face'];

export function lend(kit: Kit): void {
  ({ h, Fragment, signal, Face } = kit);
}
