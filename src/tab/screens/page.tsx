import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOneColumn } from '../../ui/measured.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { hasMoved } from '../address.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: SPACE.xxl,
    alignContent: 'start',
    padding: SPACE.section,
    maxWidth: `${WIDTH.content}px`,
    margin: '0 auto',
    boxSizing: 'border-box',
    outlineStyle: 'none',
  },
  narrow: { padding: SPACE.l },
});

/** The content of one page of the tab. A link that led here is gone with its page: the focus follows to the new one. */
export function Page(props: { readonly children: ReactNode }): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!hasMoved()) return;
    window.scrollTo(0, 0);
    if (document.activeElement === document.body) page.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main ref={page} tabIndex={-1} className={mergeClasses(classes.page, narrow && classes.narrow)}>
      {props.children}
    </main>
  );
}
