/**
 * The small Markdown people type in a chat: bold, italic, code, lists, quotes, links. Text goes in, virtual nodes come
 * out; no HTML string exists on the way, so nothing typed can become markup. Time grows with the length of the text
 * only: every search for a closing mark that failed once is not made again.
 */
import type { ComponentChild } from 'preact';
import { h } from 'preact';

const SAFE = /^(https?|mailto|tel):$/;
const DEEPEST = 4;
const MARKS = ['**', '*', '_'] as const;
const LABELLED = /\[([^\]\n]{1,300})\]\(([^()\s]{1,2000})\)/y;
const BARE = /https?:\/\/[^\s<>"'`]+/y;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/y;
const WORD = /[\p{L}\p{N}]/u;

/** The address to link to, or undefined for anything but http, https, mailto and tel. */
export function safeHref(address: string): string | undefined {
  try {
    const url = new URL(address);
    return SAFE.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Renders a whole message. */
export function markdown(text: string): ComponentChild[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks: ComponentChild[] = [];
  for (let at = 0; at < lines.length; ) {
    const [block, next] = blockAt(lines, at);
    if (block !== null) blocks.push(block);
    at = next;
  }
  return blocks;
}

type Block = readonly [ComponentChild, number];

function blockAt(lines: readonly string[], at: number): Block {
  const line = lines[at] ?? '';
  if (!line.trim()) return [null, at + 1];
  if (line.startsWith('```')) return fence(lines, at);
  if (/^> ?/.test(line)) return quote(lines, at);
  const list = listKind(line);
  if (list) return listOf(lines, at, list);
  return paragraph(lines, at);
}

function fence(lines: readonly string[], at: number): Block {
  const close = lines.findIndex((line, index) => index > at && line.startsWith('```'));
  const end = close < 0 ? lines.length : close;
  return [h('pre', null, h('code', null, lines.slice(at + 1, end).join('\n'))), end + 1];
}

function quote(lines: readonly string[], at: number): Block {
  const end = runEnd(lines, at, (line) => line.startsWith('>'));
  const inner = lines.slice(at, end).map((line) => line.replace(/^> ?/, ''));
  return [h('blockquote', null, withBreaks(inner)), end];
}

function listKind(line: string): 'ul' | 'ol' | undefined {
  if (/^\s{0,3}[-*•] \S/.test(line)) return 'ul';
  return /^\s{0,3}\d{1,9}[.)] \S/.test(line) ? 'ol' : undefined;
}

function listOf(lines: readonly string[], at: number, kind: 'ul' | 'ol'): Block {
  const end = runEnd(lines, at, (line) => listKind(line) === kind);
  const items = lines.slice(at, end).map((line) => h('li', null, inline(line.replace(/^\s*\S+ /, ''))));
  const start = parseInt(lines[at] ?? '', 10);
  return [kind === 'ol' ? h('ol', { start }, items) : h('ul', null, items), end];
}

function paragraph(lines: readonly string[], at: number): Block {
  const end = runEnd(lines, at, (line) => !!line.trim() && !/^(```|>)/.test(line) && !listKind(line));
  return [h('p', null, withBreaks(lines.slice(at, Math.max(end, at + 1)))), Math.max(end, at + 1)];
}

function runEnd(lines: readonly string[], at: number, belongs: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && belongs(lines[end] ?? '')) end++;
  return end;
}

function withBreaks(lines: readonly string[]): ComponentChild[] {
  return lines.flatMap((line, index) => (index ? [h('br', null), ...inline(line)] : inline(line)));
}

/** Renders one line. */
export function inline(text: string, depth = 0): ComponentChild[] {
  const out: ComponentChild[] = [];
  const hopeless = new Set<string>();
  let plain = 0;
  let at = 0;
  while (at < text.length) {
    const found = markAt(text, at, depth, hopeless);
    if (!found) {
      at++;
      continue;
    }
    if (at > plain) out.push(text.slice(plain, at));
    out.push(found[0]);
    at = plain = found[1];
  }
  if (plain < text.length) out.push(text.slice(plain));
  return out;
}

function markAt(text: string, at: number, depth: number, hopeless: Set<string>): Block | undefined {
  const char = text[at] ?? '';
  const wordBefore = WORD.test(text[at - 1] ?? '');
  if (char === '`') return enclosed(text, at, '`', hopeless, (inner) => h('code', null, inner));
  if (char === '[') return labelled(text, at);
  if (wordBefore) return undefined;
  if (char === 'h') return bare(text, at);
  if ((char === '*' || char === '_') && depth < DEEPEST) return emphasis(text, at, depth, hopeless);
  return /\w/.test(char) ? mail(text, at) : undefined;
}

function emphasis(text: string, at: number, depth: number, hopeless: Set<string>): Block | undefined {
  const mark = MARKS.find((candidate) => text.startsWith(candidate, at));
  if (!mark) return undefined;
  return enclosed(text, at, mark, hopeless, (inner) => h(mark === '**' ? 'strong' : 'em', null, inline(inner, depth + 1)));
}

/** What stands between two equal marks, as long as it neither begins nor ends with a space. */
function enclosed(
  text: string,
  at: number,
  mark: string,
  hopeless: Set<string>,
  wrap: (inner: string) => ComponentChild,
): Block | undefined {
  if (hopeless.has(mark)) return undefined;
  const from = at + mark.length;
  const close = text.indexOf(mark, from + 1);
  if (close < 0) hopeless.add(mark);
  const inner = text.slice(from, close);
  if (close < 0 || (mark !== '`' && inner.trim() !== inner)) return undefined;
  // snake_case and 2*3*4 are not emphasis.
  if (mark === '_' && WORD.test(text[close + 1] ?? '')) return undefined;
  return [wrap(inner), close + mark.length];
}

function labelled(text: string, at: number): Block | undefined {
  const match = matchAt(LABELLED, text, at);
  const href = match && safeHref(match[2] ?? '');
  return match && href ? [link(href, match[1] ?? ''), at + match[0].length] : undefined;
}

function bare(text: string, at: number): Block | undefined {
  const address = matchAt(BARE, text, at)?.[0].replace(/[.,;:!?)\]*_]+$/, '');
  const href = address && safeHref(address);
  return address && href ? [link(href, address), at + address.length] : undefined;
}

function mail(text: string, at: number): Block | undefined {
  const address = matchAt(MAIL, text, at)?.[0];
  return address ? [link(`mailto:${address}`, address), at + address.length] : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function link(href: string, label: string): ComponentChild {
  return h('a', { href, target: '_blank', rel: 'noopener nofollow' }, label);
}
