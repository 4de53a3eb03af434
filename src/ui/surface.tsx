import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { createContext, type ReactNode, use } from 'react';
import type { Reader } from '../domain/words/format.ts';
import { Measured } from './measured.tsx';
import { ReaderProvider } from './reader.tsx';
import type { ThemeName } from './theme-name.ts';
import { themeOf } from './themes.ts';

const ContrastContext = createContext(false);

/** Some rules change in high contrast: dotted lines, outlines in place of fills. SCREENS.md 4. */
export function useContrast(): boolean {
  return use(ContrastContext);
}

const useStyles = makeStyles({
  // Not on the provider itself: it hands its classes to every pop-up, which would then cover the page.
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

export interface SurfaceProps {
  readonly theme: ThemeName;
  readonly reader: Reader;
  readonly children: ReactNode;
}

/** What every view stands on, in both front ends: theme, reader and measured width. */
export function Surface(props: SurfaceProps): ReactNode {
  const classes = useStyles();
  return (
    <FluentProvider theme={themeOf(props.theme)}>
      <ContrastContext value={props.theme === 'contrast'}>
        <ReaderProvider reader={props.reader}>
          <Measured className={classes.page}>{props.children}</Measured>
        </ReaderProvider>
      </ContrastContext>
    </FluentProvider>
  );
}
