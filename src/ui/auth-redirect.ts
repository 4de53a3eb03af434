import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** The page that identity answers to: it hands the answer to the page that asked, and closes. */
try {
  await broadcastResponseToMainFrame();
} catch (error) {
  // Opened by hand, or the asking page is gone: say so instead of an empty page.
  document.body.textContent = `Sign-in did not finish: ${error instanceof Error ? error.message : 'no answer'}`;
}
