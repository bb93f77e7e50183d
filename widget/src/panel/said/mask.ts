/**
 * Hides what must not be seen before it is sent: seven or more digits in a row, whatever stands between them, and account numbers (IBAN, ISO 13616). Not only
 * numbers that are cards by their check digit: a card is seen digit by digit before it has one. The first six digits of a card are its issuer's.
 */
const NUMBER = /\p{Nd}(?:[\s./_-]{0,5}\p{Nd}){6,}/gu;
const ACCOUNT = /\b[A-Z]{2}\p{Nd}{2}(?:[\s-]?[A-Z\p{Nd}]){3,30}/giu;

export function masked(text: string): string {
  return [ACCOUNT, NUMBER].reduce((left, one) => left.replace(one, (found) => found.replace(/[A-Z\p{Nd}]/giu, '•')), text);
}
