import {
  Button,
  Dropdown,
  makeStyles,
  mergeClasses,
  Option,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import type { SandboxState } from '../control.ts';
import { uploadWorkbook } from './control-client.ts';
import { ExcelGrid } from './excel-grid.tsx';
import { type OpenExcel, useExcel } from './use-excel.ts';
import { WindowFrame } from './window-frame.tsx';

const useStyles = makeStyles({
  body: { flex: 1, minHeight: 0, display: 'flex' },
  pane: {
    flex: '0 0 320px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    '& iframe': { flex: 1, border: 'none', width: '100%', height: '100%' },
  },
  file: { display: 'none' },
  books: { minWidth: '120px', width: '200px' },
  narrow: {
    '@media (max-width: 700px)': {
      flexDirection: 'column',
      overflow: 'auto',
      '& > *': { flex: '0 0 420px' },
    },
  },
});

interface ExcelWindowProps {
  readonly state: SandboxState;
  readonly onOpened: (state: SandboxState) => void;
}

/** An editable grid that opens any .xlsx, beside the real task pane. */
export function ExcelWindow({ state, onOpened }: ExcelWindowProps): ReactElement {
  const [person, setPerson] = useState('sam');
  const [book, setBook] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const own = state.workbooks.find(({ owner }) => owner === person)?.id ?? state.workbooks[0]?.id ?? null;
  const shown = book ?? own;
  const excel = useExcel({ book: shown, person, state });
  return (
    <WindowFrame
      title="Excel"
      caption={problem ?? 'simulated'}
      people={state.people}
      person={person}
      onPerson={(id) => {
        setPerson(id);
        setBook(null);
      }}
      actions={
        <WorkbookActions
          state={state}
          shown={shown}
          onChoose={setBook}
          onFile={(file) => {
            uploadWorkbook(file, person).then(
              (opened) => {
                setProblem(null);
                onOpened(opened.state);
                setBook(opened.id);
              },
              (error: unknown) =>
                setProblem(error instanceof Error ? error.message : 'The file could not be read.'),
            );
          }}
        />
      }
    >
      <Desk excel={excel} />
    </WindowFrame>
  );
}

function Desk({ excel }: { readonly excel: OpenExcel | null }): ReactElement {
  const styles = useStyles();
  if (!excel) return <Spinner label="The workbook opens" style={{ margin: 'auto' }} />;
  return (
    <div className={mergeClasses(styles.body, styles.narrow)}>
      <ExcelGrid host={excel.host} />
      <div className={styles.pane}>
        <iframe
          key={excel.frame.name}
          src={excel.frame.src}
          name={excel.frame.name}
          title="Lastmile task pane"
        />
      </div>
    </div>
  );
}

interface ActionsProps {
  readonly state: SandboxState;
  readonly shown: string | null;
  readonly onChoose: (id: string) => void;
  readonly onFile: (file: File) => void;
}

function WorkbookActions({ state, shown, onChoose, onFile }: ActionsProps): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Dropdown
        className={styles.books}
        size="small"
        aria-label="Workbook"
        value={state.workbooks.find(({ id }) => id === shown)?.name ?? ''}
        selectedOptions={shown === null ? [] : [shown]}
        onOptionSelect={(_, { optionValue }) => optionValue && onChoose(optionValue)}
      >
        {state.workbooks.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
      </Dropdown>
      <Button size="small" onClick={() => input.current?.click()}>
        Open a file
      </Button>
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".xlsx,.csv"
        aria-label="Open an Excel file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </>
  );
}
