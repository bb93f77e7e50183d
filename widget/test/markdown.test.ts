// @vitest-environment jsdom
import fc from 'fast-check';
import { h, render } from 'preact';
import { describe, expect, it } from 'vitest';
import { markdown, safeHref } from '../src/shared/markdown';

function shown(text: string): HTMLElement {
  const box = document.createElement('div');
  render(h('div', null, markdown(text)), box);
  return box.firstElementChild as HTMLElement;
}
const html = (text: string): string => shown(text).innerHTML;

describe('markdown', () => {
  it.each([
    ['a **bold** b', '<p>a <strong>bold</strong> b</p>'],
    ['*it* and _it_', '<p><em>it</em> and <em>it</em></p>'],
    ['**b *bi* b**', '<p><strong>b <em>bi</em> b</strong></p>'],
    ['`a *b* <i>`', '<p><code>a *b* &lt;i&gt;</code></p>'],
    ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    ['- a\n- **b**', '<ul><li>a</li><li><strong>b</strong></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> said\n> so\nno', '<blockquote>said<br>so</blockquote><p>no</p>'],
    ['```js\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
    ['snake_case_name 2*3*4 a ** b', '<p>snake_case_name 2*3*4 a ** b</p>'],
    ['👋 שלום', '<p>👋 שלום</p>'],
  ])('[CHAT-14] renders %j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('[CHAT-14] links http, https, mailto and tel only, opened without an opener', () => {
    const link = shown('see [here](https://acme.example/a?b=1).').querySelector('a');
    expect(link?.href).toBe('https://acme.example/a?b=1');
    expect(link?.rel).toBe('noopener nofollow');
    expect(html('https://acme.example/x, ok')).toContain('>https://acme.example/x</a>, ok');
    expect(shown('write to a.b@acme.example now').querySelector('a')?.href).toBe('mailto:a.b@acme.example');
    expect(shown('[call](tel:+4930123)').querySelector('a')?.href).toBe('tel:+4930123');
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc', '//acme.example', '/a', 'blob:x'])(
    '[CHAT-14] does not link %j',
    (address) => {
      expect(safeHref(address)).toBeUndefined();
      expect(shown(`[x](${address})`).querySelector('a')).toBeNull();
    },
  );

  it('[CHAT-14] never makes markup out of text', () => {
    const allowed = new Set(['DIV', 'P', 'STRONG', 'EM', 'CODE', 'PRE', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'A', 'BR']);
    const piece = fc.constantFrom('<img src=x onerror=alert(1)>', '<script>', '**', '*', '_', '`', '```\n', '> ', '- ', '1. ', '[', '](', ')', 'javascript:x', 'https://a.b', '\n', ' ', 'x', '&lt;', '@');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const element of shown(pieces.join('')).querySelectorAll('*')) {
          expect(allowed.has(element.tagName)).toBe(true);
          const href = element.getAttribute('href');
          if (href) expect(href).toMatch(/^(https?|mailto|tel):/);
        }
      }),
    );
  });

  it('loses no word', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,8}$/), (text) => shown(text).textContent === text));
  });

  it.each(['*', '_', '`', '[', '**a ', '> ', '[a](', 'h', 'a@', '_a ', '* *'])('takes a long run of %j in its stride', (piece) => {
    const before = performance.now();
    markdown(piece.repeat(8_000 / piece.length));
    expect(performance.now() - before).toBeLessThan(500);
  });
});
