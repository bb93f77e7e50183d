let blinking: ReturnType<typeof setTimeout>;

/** While nobody looks at the page, the number of unread messages comes and goes in front of its title, which the page may change meanwhile. */
export function blink(unread: number, dark?: boolean): void {
  const away = unread && document.hidden;
  clearTimeout(blinking);
  document.title = document.title.replace(/^(\(\d+\) )?/, away && !dark ? `(${unread}) ` : '');
  if (away) blinking = setTimeout(blink, 1000, unread, !dark);
}
