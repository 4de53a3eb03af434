import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Surface } from '../../../src/ui/surface.tsx';
import { themeName } from '../../../src/ui/theme-name.ts';
import { READER } from './prices.ts';
import { VIEWS } from './views.tsx';

const query = new URLSearchParams(location.search);
const root = document.getElementById('root');

function Gallery(): ReactNode {
  const name = query.get('view');
  const View = VIEWS[name ?? ''];
  const today = name === 'kpi-later' ? '2026-03-30' : READER.today;
  const width = Number(query.get('width'));
  return (
    <div style={width > 0 ? { width } : undefined}>
      <Surface theme={themeName(query.get('theme') ?? undefined)} reader={{ ...READER, today }}>
        {View ? <View /> : <Index />}
      </Surface>
    </div>
  );
}

function Index(): ReactNode {
  return (
    <ul>
      {Object.keys(VIEWS).map((view) => (
        <li key={view}>
          {view}:{' '}
          {['default', 'dark', 'contrast'].map((theme) => (
            <a key={theme} href={`?view=${view}&theme=${theme}`}>
              {theme}{' '}
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
}

if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
