import type { KeyboardEvent } from 'react';

/** What a key in the grid can cause while no cell is being edited. */
export interface Typing {
  readonly begin: (text: string) => void;
  readonly go: (down: number, right: number) => void;
  readonly clear: () => void;
  readonly input: string;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Enter: [1, 0],
};

/** Arrows move, a letter begins to type, F2 edits, Delete clears. */
export function typed(event: KeyboardEvent, { begin, go, clear, input }: Typing): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  if (arrow) go(...arrow);
  else if (event.key === 'F2') begin(input);
  else if (event.key === 'Delete' || event.key === 'Backspace') clear();
  else if (event.key.length === 1) begin(event.key);
  else return;
  event.preventDefault();
}
