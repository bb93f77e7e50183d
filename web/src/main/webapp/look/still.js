// In the preview of a widget nothing takes the focus by itself: somebody types in the editor around it. What is touched may.
{
  const own = HTMLElement.prototype.focus;
  const whole = window.focus;
  HTMLElement.prototype.focus = () => {};
  window.focus = () => {};
  const wake = () => {
    HTMLElement.prototype.focus = own;
    window.focus = whole;
  };
  addEventListener("pointerdown", wake, { capture: true, once: true });
  addEventListener("keydown", wake, { capture: true, once: true });
}
