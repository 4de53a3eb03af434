import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RichText } from '../contract/primitives.ts';

const useStyles = makeStyles({
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
  quiet: {
    fontSize: 'inherit',
    lineHeight: 'inherit',
    color: 'inherit',
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textDecorationThickness: '1px',
    textUnderlineOffset: '0.2em',
  },
});

/** A sentence in pieces: amounts strong, KPI names linked where the caller says how. */
export function RichSentence(props: {
  readonly parts: RichText;
  readonly kpiHref?: (kpi: string) => string;
  /** True: links keep the colour of the sentence. */
  readonly quiet?: boolean;
}): ReactNode {
  let offset = 0;
  return props.parts.map((part) => {
    offset += part.text.length;
    return <RichPart key={offset} part={part} kpiHref={props.kpiHref} quiet={props.quiet ?? false} />;
  });
}

function RichPart(props: {
  readonly part: RichText[number];
  readonly kpiHref: ((kpi: string) => string) | undefined;
  readonly quiet: boolean;
}): ReactNode {
  const { part, kpiHref, quiet } = props;
  const classes = useStyles();
  const text = part.strong ? <strong>{part.text}</strong> : part.text;
  if (part.kpi === undefined || !kpiHref) return text;
  return (
    <Link inline href={kpiHref(part.kpi)} className={quiet ? classes.quiet : classes.link}>
      {text}
    </Link>
  );
}
