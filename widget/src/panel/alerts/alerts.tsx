/** What calls a visitor who looks elsewhere, in a file of its own that is fetched then: the sound, and notifications of the browser. */
import { chime } from '../../shared/chime';
import type { Kit } from '../late/kit';
import { lend } from '../late/kit';
import { beginNotices, Notify } from './notify';

const alerts = { chime, Notify };

export type Alerts = typeof alerts;

export function begin(kit: Kit): Alerts {
  lend(kit);
  beginNotices();
  return alerts;
}
