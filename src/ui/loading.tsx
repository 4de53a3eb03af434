import { makeStyles, mergeClasses, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { Panel } from './panel.tsx';
import { SPACE } from './spacing.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: SPACE.xxl, visibility: 'hidden' },
  shown: { visibility: 'visible' },
  hero: { display: 'grid', rowGap: SPACE.s, maxWidth: '480px' },
  rows: { display: 'grid', rowGap: SPACE.xl },
  row: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) 88px', columnGap: SPACE.l },
  drawing: { height: '424px' },
});

const HOLD = 300;

/** Shown after 300 ms, in the layout to come, so that nothing flashes and nothing jumps. */
function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), HOLD);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

export interface LoadingProps {
  readonly label: string;
  readonly rows?: number;
  /** True: a chart will stand below. */
  readonly chart?: boolean;
}

export function Loading({ label, rows = 5, chart = false }: LoadingProps): ReactNode {
  const classes = useStyles();
  const late = useLate();
  return (
    <Skeleton
      className={mergeClasses(classes.page, late && classes.shown)}
      aria-label={label}
      aria-busy="true"
    >
      <div className={classes.hero}>
        <SkeletonItem size={28} />
        <SkeletonItem size={28} style={{ width: '60%' }} />
      </div>
      <Panel>
        <div className={classes.rows}>
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} className={classes.row}>
              <SkeletonItem shape="circle" size={16} />
              <SkeletonItem size={16} />
              <SkeletonItem size={16} />
            </div>
          ))}
        </div>
      </Panel>
      {chart ? <SkeletonItem className={classes.drawing} /> : null}
    </Skeleton>
  );
}
