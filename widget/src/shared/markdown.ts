/**
 * The small Markdown people type in a chat: bold, italic, code, lists, quotes, links. Text goes in, virtual nodes come
 * out; no HTML string exists on the way, so nothing typed can become markup. Time grows with the length of the text
 * only: every search for a closing mark that failed once is not made again.
 */
import type { ComponentChild } from 'preact';
import { h } from 'preact';

const SAFE = /^(https?|mailto|tel):$/;
const DEEPEST = 4;
const LIST = /^\s{0,3}(?:([-*•])|(\d{1,9})[.)]) (?=\S)/;
const WORD = /[\p{L}\p{N}]/u;
/** Everything that may begin something at one place: a labelled link, a bare one, an address of a person. All bounded. */
const LINK = /\[([^\]\n]{1,300})\]\(([^()\s]{1,2000})\)|(https?:\/\/[^\s<>"'`]+)|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/y;

/** The address to link to, or undefined for anything but http, https, mailto and tel. */
export function safeHref(address: string): string | undefined {
  try {
    const { protocol, href } = new URL(address);
    return SAFE.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Renders a whole message. */
export function markdown(text: string): ComponentChild[] {
  const lines = text.split(/\r\n?|\n/);
  const blocks: ComponentChild[] = [];
  while (lines.length) blocks.push(block(lines));
  return blocks;
}

/** Takes the first block off the lines. */
function block(lines: string[]): ComponentChild {
  const first = lines[0] ?? '';
  const takeWhile = (belongs: (line: string) => boolean): string[] => {
    const end = lines.findIndex((line) => !belongs(line));
    return lines.splice(0, end < 0 ? lines.length : end);
  };
  if (!first.trim()) return void lines.shift();
  if (first.startsWith('```')) {
    lines.shift();
    const code = takeWhile((line) => !line.startsWith('```'));
    lines.shift();
    return h('pre', null, h('code', null, code.join('\n')));
  }
  if (first[0] === '>') {
    return h('blockquote', null, broken(takeWhile((line) => line[0] === '>').map((line) => line.replace(/^> ?/, ''))));
  }
  const [, bullet, number] = LIST.exec(first) ?? [];
  if (bullet || number) {
    const items = takeWhile((line) => !!LIST.exec(line)?.[bullet ? 1 : 2]);
    const start = number && +number;
    return h(start ? 'ol' : 'ul', start ? { start } : null, items.map((line) => h('li', null, inline(line.replace(LIST, '')))));
  }
  return h('p', null, broken(takeWhile((line) => !!line.trim() && !/^(```|>)/.test(line) && !LIST.test(line))));
}

function broken(lines: readonly string[]): ComponentChild[] {
  return lines.flatMap((line, index) => (index ? [h('br', null), ...inline(line)] : inline(line)));
}

type Found = readonly [ComponentChild, number];

/** Renders one line. */
function inline(text: string, depth = 0): ComponentChild[] {
  const out: ComponentChild[] = [];
  const hopeless = new Set<string>();
  let plain = 0;
  for (let at = 0; at < text.length; ) {
    const found = markAt(text, at, depth, hopeless);
    if (!found) {
      at++;
      continue;
    }
    out.push(text.slice(plain, at), found[0]);
    at = plain = found[1];
  }
  out.push(text.slice(plain));
  return out;
}

function markAt(text: string, at: number, depth: number, hopeless: Set<string>): Found | undefined {
  const char = text[at] ?? '';
  const mark = char === '*' && text[at + 1] === '*' ? '**' : char;
  if (mark === '`') return enclosed(text, at, mark, hopeless, (inner) => h('code', null, inner));
  if (char !== '[' && WORD.test(text[at - 1] ?? '')) return undefined;
  if (char !== '*' && char !== '_') return linkAt(text, at);
  if (depth > DEEPEST) return undefined;
  return enclosed(text, at, mark, hopeless, (inner) => h(mark === '**' ? 'strong' : 'em', null, inline(inner, depth + 1)));
}

/** What stands between two equal marks, as long as it neither begins nor ends with a space. */
function enclosed(text: string, at: number, mark: string, hopeless: Set<string>, wrap: (inner: string) => ComponentChild): Found | undefined {
  if (hopeless.has(mark)) return undefined;
  const from = at + mark.length;
  const close = text.indexOf(mark, from + 1);
  if (close < 0) {
    hopeless.add(mark);
    return undefined;
  }
  const inner = text.slice(from, close);
  // snake_case is not emphasis, nor are stars with room around them.
  if (mark !== '`' && (inner.trim() !== inner || (mark === '_' && WORD.test(text[close + 1] ?? '')))) return undefined;
  return [wrap(inner), close + mark.length];
}

function linkAt(text: string, at: number): Found | undefined {
  LINK.lastIndex = at;
  const [whole, label, target, bare] = LINK.exec(text) ?? [];
  if (!whole) return undefined;
  const shown = bare ? bare.replace(/[.,;:!?)\]*_]+$/, '') : whole;
  const href = safeHref(target ?? (bare ? shown : `mailto:${whole}`));
  return href ? [h('a', { href, target: '_blank', rel: 'noopener nofollow' }, label ?? shown), at + shown.length] : undefined;
}
