import type { Here, Rule } from './config';
import type { Memory } from './memory';

/** Which rules can come true on a page while it stands, in their order. */
export function possible(rules: readonly Rule[], { pages, back, asked, seen }: Memory, path: string): readonly Rule[] {
  if (asked) return [];
  return rules.filter(
    (rule) => !seen.includes(rule.id) && pages >= rule.pages && (rule.back ?? back) === back && (!rule.path || fits(rule.path, path)),
  );
}

/** Whether somebody is free for who begins on that page. */
export function free({ free: places }: Here, path: string): boolean {
  return !!places.find(([where]) => fits(where, path))?.[1];
}

function fits(expression: string, path: string): boolean {
  return RegExp(expression).test(path);
}
