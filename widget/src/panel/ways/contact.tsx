import type { JSX } from 'preact';
import type { IconName } from '../../shared/ui/icon';
import { MAIL, PHONE, PIN } from '../../shared/ui/paths';
import { Icon } from '../late/kit';
import type { Place, Point } from './reach';

/** The ways to a place of the company; its name only where there are others. */
export function Contact({ at, named }: { readonly at: Place; readonly named: boolean }): JSX.Element {
  return (
    <>
      {named && <h3>{at.name}</h3>}
      {at.phones.map((point) => (
        <Way icon={PHONE} point={point} href={dial(point.value)} />
      ))}
      {at.emails.map((point) => (
        <Way icon={MAIL} point={point} href={write(point.value)} />
      ))}
      {at.address && (
        <p class="row">
          <Icon name={PIN} />
          <span class="grow">
            <bdi>{at.address}</bdi>
          </span>
        </p>
      )}
      {at.links.filter(({ value }) => leadsToTheWeb(value)).map((point) => (
        <Way icon="pop" point={point} href={point.value} away />
      ))}
    </>
  );
}

/** Numbers and addresses are written from left to right everywhere. */
function Way({ icon, point, href, away }: { readonly icon: IconName; readonly point: Point; readonly href: string; readonly away?: boolean }): JSX.Element {
  const { label, value } = point;
  return (
    <a class="row" href={href} {...(away && { target: '_blank', rel: 'noopener noreferrer' })}>
      <Icon name={icon} />
      <span class="grow">
        {away && label ? label : <bdi dir="ltr">{away ? short(value) : value}</bdi>}
        {!away && label && <small>{label}</small>}
      </span>
    </a>
  );
}

/** The zero in `+49 (0) 30` is for callers from within the country, who do without the rest before it. */
export function dial(number: string): string {
  return `tel:${number.replace(/^(\+[\d ]+)\(0\)/, '$1').replace(/[^\d+]/g, '')}`;
}

/** What would begin a subject or another recipient is a part of the address. */
export function write(address: string): string {
  return `mailto:${encodeURI(address).replace(/[?&#]/g, encodeURIComponent)}`;
}

/** The server keeps no other; nothing else is followed whatever it says. */
export function leadsToTheWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

function short(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}
