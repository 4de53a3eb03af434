import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useOneColumn } from '../../ui/measured.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';

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
  },
  narrow: { padding: SPACE.l },
});

/** The content of one page of the tab. */
export function Page(props: { readonly children: ReactNode }): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  return <main className={mergeClasses(classes.page, narrow && classes.narrow)}>{props.children}</main>;
}
