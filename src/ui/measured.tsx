import { createContext, type ReactNode, type RefObject, use, useLayoutEffect, useRef, useState } from 'react';
import { WIDTH } from './spacing.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Follows the size of one element. Zero until the first layout. */
export function useSize<E extends HTMLElement>(): readonly [RefObject<E | null>, Size] {
  const ref = useRef<E>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

const WidthContext = createContext<number>(WIDTH.content);

/** Measures itself and tells everything inside how wide the surface is, before the first paint. */
export function Measured(props: { readonly className?: string; readonly children: ReactNode }): ReactNode {
  const [ref, { width }] = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={props.className}>
      {width > 0 && <WidthContext value={width}>{props.children}</WidthContext>}
    </div>
  );
}

export function useWidth(): number {
  return use(WidthContext);
}

/** One column. SCREENS.md 3. */
export function useOneColumn(): boolean {
  return useWidth() < WIDTH.oneColumn;
}

/** Wide tables become lists before their columns touch. */
export function useLists(): boolean {
  return useWidth() < WIDTH.tables;
}
