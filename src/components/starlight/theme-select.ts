/** The behaviour of the theme select: it sets the theme, keeps it, and follows the machine while it is on auto. */

type Theme = 'auto' | 'dark' | 'light';

/** Where Starlight's provider, which runs before the first paint, looks for the choice. */
const storageKey = 'starlight-theme';
const parse = (value: unknown): Theme => (value === 'dark' || value === 'light' ? value : 'auto');
const prefersLight = () => matchMedia('(prefers-color-scheme: light)');

function stored(): Theme {
  try {
    return parse(localStorage.getItem(storageKey));
  } catch {
    return 'auto'; // storage is switched off: the theme lasts as long as the page
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme === 'auto' ? '' : theme);
  } catch {
    // as above
  }
}

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme === 'auto' ? (prefersLight().matches ? 'light' : 'dark') : theme;
  for (const select of document.querySelectorAll<HTMLSelectElement>('starlight-theme-select select')) select.value = theme;
}

export function defineThemeSelect(): void {
  if (customElements.get('starlight-theme-select')) return;
  customElements.define(
    'starlight-theme-select',
    class extends HTMLElement {
      connectedCallback() {
        show(stored());
        this.querySelector('select')?.addEventListener('change', (event) => {
          const theme = parse((event.currentTarget as HTMLSelectElement).value);
          keep(theme);
          show(theme);
        });
      }
    },
  );
  prefersLight().addEventListener('change', () => {
    if (stored() === 'auto') show('auto');
  });
}
