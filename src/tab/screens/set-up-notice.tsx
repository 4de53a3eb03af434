import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FindingView } from '../../contract/portfolio-view.ts';
import { RichSentence } from '../../ui/rich-sentence.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { kpiHref } from './addresses.ts';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    color: tokens.colorNeutralForeground2,
    // A finger's height, in keeping with the buttons of the page.
    paddingBlock: SPACE.s,
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
  list: {
    margin: 0,
    paddingLeft: SPACE.xl,
    paddingBlock: SPACE.s,
    display: 'grid',
    rowGap: SPACE.s,
  },
});

/** What the set-up should be looked at for: one quiet line that opens. Nothing of it refuses anything. */
export function SetUpNotice({ findings }: { readonly findings: readonly FindingView[] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (findings.length === 0) return null;
  return (
    <details>
      <summary className={mergeClasses(text.body, classes.summary)}>{countWords(findings.length)}</summary>
      <ul className={classes.list}>
        {findings.map((finding) => (
          <li key={keyOf(finding)} className={mergeClasses(text.body, text.measure)}>
            <RichSentence parts={finding.sentence} kpiHref={kpiHref} quiet />
          </li>
        ))}
      </ul>
    </details>
  );
}

function keyOf({ sentence }: FindingView): string {
  return sentence.map(({ text }) => text).join('');
}

function countWords(count: number): string {
  return count === 1 ? '1 thing in the set-up to look at' : `${count} things in the set-up to look at`;
}
