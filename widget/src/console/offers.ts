import type { Offer } from '../shared/frames';

/** An offer with the moments it began and ends, on this browser's clock. */
export interface RunningOffer extends Offer {
  readonly since: number;
  readonly until: number;
}

/** It has just come. */
export function running(offer: Offer): RunningOffer {
  const since = Date.now();
  return { ...offer, since, until: since + offer.expiresIn * 1000 };
}
