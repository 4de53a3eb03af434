import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RichText } from '../contract/primitives.ts';

/** A sentence in pieces: amounts strong, KPI names linked where the caller says how. */
export function RichSentence(props: {
  readonly parts: RichText;
  readonly kpiHref?: (kpi: string) => string;
}): ReactNode {
  let offset = 0;
  return props.parts.map((part) => {
    offset += part.text.length;
    return <RichPart key={offset} part={part} kpiHref={props.kpiHref} />;
  });
}

function RichPart(props: {
  readonly part: RichText[number];
  readonly kpiHref: ((kpi: string) => string) | undefined;
}): ReactNode {
  const { part, kpiHref } = props;
  const text = part.strong ? <strong>{part.text}</strong> : part.text;
  if (part.kpi === undefined || !kpiHref) return text;
  return (
    <Link inline href={kpiHref(part.kpi)}>
      {text}
    </Link>
  );
}
