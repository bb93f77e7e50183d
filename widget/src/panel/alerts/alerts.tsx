/** What calls a visitor who looks elsewhere, in a file of its own that is fetched then: the sound, and notifications of the browser. */
import { chime } from '../../shared/chime';
import type { Kit } from '../late/kit';
import { lend } from '../late/kit';
import { beginNotices, Notify } from './notify';

const alerts = { ring, Notify };

export type Alerts = typeof alerts;

/** Before the visitor has touched the page, no browser would let it be heard. */
function ring(): void {
  if (navigator.userActivation?.hasBeenActive !== false) chime();
}

export function begin(kit: Kit): Alerts {
  lend(kit);
  beginNotices();
  return alerts;
}
