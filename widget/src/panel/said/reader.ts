import { Following } from '../../shared/following';
import { signal } from '../late/kit';

/** Where the log's reader is. */
export let following: Following;

/** When the panel has lent what it takes. */
export function beginReading(): void {
  following = new Following(signal(0));
}
