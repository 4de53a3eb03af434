import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { SPACE } from '../ui/spacing.ts';
import { useTextStyles } from '../ui/text-styles.ts';

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: { flex: 1, padding: SPACE.l, display: 'flex', flexDirection: 'column', rowGap: SPACE.l },
  head: { display: 'grid', rowGap: SPACE.xs },
  footer: {
    position: 'sticky',
    bottom: 0,
    padding: SPACE.l,
    display: 'grid',
    rowGap: SPACE.s,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { width: '100%' },
  title: { outlineStyle: 'none' },
});

export interface PaneFrameProps {
  /** A sentence. Focus goes to it when a step is done. */
  readonly title: string;
  readonly caption?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: PaneAction;
  /** The title takes focus when it appears: after sending, never by itself. */
  readonly takesFocus?: boolean;
  /** The sheet may have been mended meanwhile: offered where the footer's button does something else. */
  readonly onReread?: () => void;
}

export interface PaneAction {
  readonly label: string;
  /** What the button will do, in one line. */
  readonly caption: string;
  readonly busy?: boolean;
  readonly quiet?: boolean;
  readonly onClick: () => void;
}

/** One step of the pane: a title that is a sentence, content, and one button at the bottom (SCREENS.md 08). */
export function PaneFrame(props: PaneFrameProps): ReactNode {
  const { title, caption, children, footer, takesFocus, onReread } = props;
  const classes = useStyles();
  const text = useTextStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus, title]);
  return (
    <main className={classes.pane}>
      <div className={classes.body}>
        <header className={classes.head}>
          <h1 ref={heading} tabIndex={-1} className={mergeClasses(text.section, classes.title)}>
            {title}
          </h1>
          {caption ? <div className={text.caption}>{caption}</div> : null}
          {onReread ? (
            <div>
              <Link as="button" onClick={onReread}>
                Read the sheet again
              </Link>
            </div>
          ) : null}
        </header>
        {children}
      </div>
      {footer ? <Footer {...footer} /> : null}
    </main>
  );
}

function Footer({ label, caption, busy = false, quiet = false, onClick }: PaneAction): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <footer className={classes.footer}>
      <Button
        className={classes.wide}
        appearance={quiet ? 'secondary' : 'primary'}
        disabledFocusable={busy}
        aria-busy={busy}
        onClick={onClick}
      >
        {label}
      </Button>
      {caption === '' ? null : <div className={text.caption}>{caption}</div>}
    </footer>
  );
}
