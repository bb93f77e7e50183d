/** Starts the visitor's app in the page's root element. */
import { Fragment, h, render } from 'preact';
import { words } from '../shared/i18n';
import { Icon } from '../shared/ui/icon';
import { App } from './app';
import { IconButton } from './bar';
import { paint, readPage } from './config';
import { surround, t, visit } from './context';
import { Later } from './later';
import type { PanelTexts } from './texts';
import { Visit } from './visit';

const root = document.getElementById('parley');
if (root) {
  const page = readPage(root);
  const { brand = {}, texts = {} as PanelTexts, language = 'en' } = page.config;
  const { late, lateStyle } = root.dataset;
  paint(brand);
  surround(new Visit(page, new Later(late, lateStyle, () => ({ h, Fragment, visit, t, Icon, IconButton }))), words(texts, language));
  render(<App />, root);
}
