/** The agent's language, as the page has it: `de`, `de-AT`. */
export function language(): string {
  return document.documentElement.lang || 'en';
}
