/**
 * What the panel lends to the code it fetches late: the same Preact and the same visit, and no second copy of either.
 * The bindings are live: they are there before anything of that code runs.
 */
import type { Fragment as PreactFragment, h as preactH } from 'preact';
import type { IconButton as PanelIconButton } from '../bar';
import type { Portrait as PanelPortrait } from '../portrait';
import type { t as panelT, visit as panelVisit } from '../context';
import type { effect as anEffect, signal as aSignal } from '../../shared/signals';
import type { until as panelUntil } from '../until';
import type { Icon as SharedIcon } from '../../shared/ui/icon';

export interface Kit {
  readonly h: typeof preactH;
  readonly Fragment: typeof PreactFragment;
  readonly visit: typeof panelVisit;
  readonly t: typeof panelT;
  readonly Icon: typeof SharedIcon;
  readonly IconButton: typeof PanelIconButton;
  readonly Portrait: typeof PanelPortrait;
  readonly signal: typeof aSignal;
  readonly effect: typeof anEffect;
  readonly until: typeof panelUntil;
}

export let h: Kit['h'];
export let Fragment: Kit['Fragment'];
export let visit: Kit['visit'];
export let t: Kit['t'];
export let Icon: Kit['Icon'];
export let IconButton: Kit['IconButton'];
export let Portrait: Kit['Portrait'];
export let signal: Kit['signal'];

export function lend(kit: Kit): void {
  ({ h, Fragment, visit, t, Icon, IconButton, Portrait, signal } = kit);
}
