import { describe, expect, it } from 'vitest';
import { dial, leadsToTheWeb, write } from '../src/panel/ways/contact';

describe('[WID-10] the ways to reach a company', () => {
  it.each([
    ['+49 (0) 30 / 123-456', 'tel:+4930123456'],
    ['(0) 30 5550123', 'tel:0305550123'],
    ['030 5550123', 'tel:0305550123'],
  ])('dial %s', (number, href) => expect(dial(number)).toBe(href));

  it.each([
    ['help@acme.example', 'mailto:help@acme.example'],
    ['a?cc=eve@x.example', 'mailto:a%3Fcc=eve@x.example'],
    ['a&b#c%d@x.example', 'mailto:a%26b%23c%25d@x.example'],
    ['grüße@x.example', 'mailto:gr%C3%BC%C3%9Fe@x.example'],
  ])('write to %s and to nobody else', (address, href) => expect(write(address)).toBe(href));

  it.each([
    ['https://acme.example/berlin', true],
    ['HTTP://acme.example', true],
    ['javascript:alert(1)', false],
    ['data:text/html,https://acme.example', false],
    [' javascript:https://acme.example', false],
    ['//acme.example', false],
  ])('follow %s: %s', (address, follows) => expect(leadsToTheWeb(address)).toBe(follows));
});
