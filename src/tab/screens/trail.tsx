import {
  Breadcrumb,
  BreadcrumbButton,
  BreadcrumbDivider,
  BreadcrumbItem,
  makeStyles,
} from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles({
  trail: { marginLeft: '-8px', '& ol': { flexWrap: 'wrap' } },
});

export interface TrailStep {
  readonly name: string;
  /** Absent: the page itself. */
  readonly href?: string;
}

/** Where this page hangs; pages below the first level start with it. */
export function Trail(props: { readonly steps: readonly TrailStep[] }): ReactNode {
  const classes = useStyles();
  return (
    <Breadcrumb size="small" className={classes.trail} aria-label="Where this page hangs">
      {props.steps.map((step, index) => (
        <Fragment key={step.href ?? step.name}>
          {index > 0 ? <BreadcrumbDivider /> : null}
          <BreadcrumbItem>
            {step.href === undefined ? (
              <BreadcrumbButton current>{step.name}</BreadcrumbButton>
            ) : (
              <BreadcrumbButton as="a" href={step.href}>
                {step.name}
              </BreadcrumbButton>
            )}
          </BreadcrumbItem>
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
