import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { KpiView } from '../../contract/kpi-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { StatusText } from '../../ui/status-text.tsx';
import { useTextStyles } from '../../ui/text-styles.ts';
import { ADDRESS, href, objectiveAddress, recalibrationAddress } from './addresses.ts';
import { Trail } from './trail.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', rowGap: SPACE.s },
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: SPACE.m },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: SPACE.l, rowGap: SPACE.xs },
  actions: { display: 'flex', columnGap: SPACE.s },
  captions: { display: 'flex', flexWrap: 'wrap', columnGap: SPACE.xxl, rowGap: SPACE.xs },
  stacked: { flexDirection: 'column' },
});

export interface KpiHeadProps {
  readonly view: KpiView;
  readonly mayAct: boolean;
  readonly onCopyLink: (() => void) | null;
}

/** Title, status and since; one caption line of plain facts. */
export function KpiHead({ view, mayAct, onCopyLink }: KpiHeadProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const narrow = useOneColumn();
  const { kpi, status } = view;
  const trail = kpi.objectives.map(({ id, name }) => ({ name, href: href(objectiveAddress(id)) }));
  return (
    <header className={classes.head}>
      <Trail steps={[{ name: 'Portfolio', href: href(ADDRESS.portfolio) }, ...trail]} />
      <div className={classes.row}>
        <div className={classes.title}>
          <h1 className={text.title}>{kpi.name}</h1>
          <span className={text.body}>
            <StatusText status={status.status} note={status.since && format.since(status.since)} />
          </span>
        </div>
        <Actions view={view} mayAct={mayAct} onCopyLink={onCopyLink} />
      </div>
      <div className={mergeClasses(classes.captions, narrow && classes.stacked)}>
        {kpi.captions.map((caption) => (
          <span key={caption} className={text.caption}>
            {caption}
          </span>
        ))}
      </div>
    </header>
  );
}

function Actions({ view, mayAct, onCopyLink }: KpiHeadProps): ReactNode {
  const classes = useStyles();
  const { meeting } = view;
  const decide = mayAct && meeting?.mayDecide ? meeting.recalibration : null;
  if (decide === null && !onCopyLink) return null;
  return (
    <div className={classes.actions}>
      {decide === null ? null : (
        <Button appearance="primary" as="a" href={href(recalibrationAddress(decide))}>
          Decide
        </Button>
      )}
      {onCopyLink ? <Button onClick={onCopyLink}>Copy link</Button> : null}
    </div>
  );
}
