import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { SandboxPage } from './sandbox-page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <FluentProvider theme={teamsLightTheme} style={{ height: '100%' }}>
    <SandboxPage />
  </FluentProvider>,
);
