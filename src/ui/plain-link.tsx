import { Link, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: {
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: 'inherit',
    textAlign: 'start',
    color: 'inherit',
  },
});

export interface PlainLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  /** -1 inside a treegrid, where rows are the stops. */
  readonly tabIndex?: -1;
}

/** A name that leads to its page: looks like the text around it, underlined on hover. */
export function PlainLink({ href, children, tabIndex }: PlainLinkProps): ReactNode {
  const classes = useStyles();
  return (
    <Link
      appearance="subtle"
      className={classes.link}
      href={href}
      {...(tabIndex === undefined ? {} : { tabIndex })}
    >
      {children}
    </Link>
  );
}
