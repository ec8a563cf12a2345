import { useLayoutEffect, useState } from 'preact/hooks';

type Theme = 'light' | 'dark';

/** Switches between light and dark; until it is pressed, the page follows the system. */
export function ThemeToggle() {
  const [chosen, setChosen] = useState<Theme | null>(null);
  const current = chosen ?? systemTheme();
  const other: Theme = current === 'dark' ? 'light' : 'dark';
  useLayoutEffect(() => {
    if (chosen) document.documentElement.dataset.theme = chosen;
  }, [chosen]);
  return (
    <button
      type="button"
      class="quiet theme"
      onClick={() => setChosen(other)}
      aria-label={`Switch to ${other}`}
    >
      <span aria-hidden="true">{current === 'dark' ? '☀' : '☾'}</span> {other === 'dark' ? 'Dark' : 'Light'}
    </button>
  );
}

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
