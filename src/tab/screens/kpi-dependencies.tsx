import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { DependencyView, KpiView } from '../../contract/kpi-view.ts';
import { Panel } from '../../ui/panel.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { KpiLink } from './kpi-link.tsx';

const useStyles = makeStyles({
  groups: { display: 'grid', rowGap: SPACE.l },
  list: { listStyleType: 'none', margin: `${SPACE.xs} 0 0`, padding: 0, display: 'grid', rowGap: SPACE.s },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: SPACE.s },
});

/** What it waits for, and who waits for it; the crossing named in words. */
export function DependencyPanel({ view }: { readonly view: KpiView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const none = view.waitsFor.length === 0 && view.othersWait.length === 0;
  return (
    <Panel title="Dependencies">
      <div className={classes.groups}>
        {none ? (
          <p className={mergeClasses(text.body, text.secondary)}>
            It waits for nothing, and nothing waits for it.
          </p>
        ) : null}
        <Group title="Waits for" dependencies={view.waitsFor} />
        <Group title="Others wait for it" dependencies={view.othersWait} />
      </div>
    </Panel>
  );
}

function Group(props: {
  readonly title: string;
  readonly dependencies: readonly DependencyView[];
}): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (props.dependencies.length === 0) return null;
  return (
    <div>
      <h3 className={text.caption}>{props.title}</h3>
      <ul className={classes.list}>
        {props.dependencies.map((dependency) => (
          <li key={`${dependency.kpi ?? ''}${dependency.name}`} className={classes.item}>
            <ArrowRightRegular fontSize={20} aria-hidden="true" />
            <Dependency dependency={dependency} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Dependency({ dependency }: { readonly dependency: DependencyView }): ReactNode {
  const text = useTextStyles();
  return (
    <div>
      <p className={text.strong}>
        {dependency.kpi === null ? dependency.name : <KpiLink kpi={dependency.kpi} name={dependency.name} />}
      </p>
      <p className={text.caption}>{dependency.caption}</p>
      {dependency.crossing === null ? null : (
        <p className={mergeClasses(text.caption, text.secondary)}>{dependency.crossing}</p>
      )}
    </div>
  );
}
