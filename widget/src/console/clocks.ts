import type { Clocks } from './clock/clock';
import { later } from './later';

/** What shows and tells of promises, fetched when the first is made. Without it the time at which something is due stands in the list. */
export function clocks(): Promise<Clocks> {
  return later('clock');
}
