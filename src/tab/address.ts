import { useSyncExternalStore } from 'react';

/** The page and its filters live behind the `#`: the host keeps the rest of the address. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

let moved = false;
/** True while this page changes its own address. */
let own = false;

/** True once the reader has gone somewhere; before that nothing may take the focus. */
export function hasMoved(): boolean {
  return moved;
}

export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  return { path: `/${path}`, query: new URLSearchParams(query) };
}

export function useAddress(): Address {
  return readAddress(useSyncExternalStore(subscribe, () => location.hash));
}

/** For the router: the path without the filters. */
export function useHashPath(): [string, typeof goTo] {
  return [useAddress().path, goTo];
}

export function goTo(address: string, options: { readonly replace?: boolean } = {}): void {
  // A redirect or a filter is no step of the reader.
  moved ||= options.replace !== true;
  history[options.replace ? 'replaceState' : 'pushState'](null, '', `#${address}`);
  own = true;
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  own = false;
}

/** Where to begin: the link's place, unless the address says one already. `/tab/kpi/C1` is a place too. */
export function beginAt(place: string): void {
  if (location.hash.length > 2) return;
  const inPath = /^\/tab\/(?!index\.html)(.+)$/.exec(location.pathname)?.[1];
  const start = (place || inPath || '').replace(/^\/+/, '');
  if (start === '') return;
  history.replaceState(null, '', `${inPath ? '/tab/' : ''}#/${start}`);
}

function subscribe(listener: () => void): () => void {
  const onChange = (): void => {
    if (!own) moved = true;
    listener();
  };
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}
