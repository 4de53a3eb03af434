import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RichText } from '../contract/primitives.ts';
import { useOneColumn } from './measured.tsx';
import { RichSentence } from './rich-sentence.tsx';
import { useTextStyles } from './text-styles.ts';

export interface HeroProps {
  readonly parts: RichText;
  readonly kpiHref?: (kpi: string) => string;
  /** `h1` where the sentence is the page's title. */
  readonly as?: 'h1' | 'p';
}

/** The hero of a page: what a delay costs, amount and date in semibold. */
export function HeroSentence(props: HeroProps): ReactNode {
  const text = useTextStyles();
  const narrow = useOneColumn();
  const Tag = props.as ?? 'p';
  return (
    <Tag className={mergeClasses(text.hero, narrow && text.heroNarrow)}>
      <RichSentence quiet parts={props.parts} {...(props.kpiHref ? { kpiHref: props.kpiHref } : {})} />
    </Tag>
  );
}
