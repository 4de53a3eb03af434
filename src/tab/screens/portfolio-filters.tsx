import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useOneColumn } from '../../ui/measured.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { STATUS_WORDS } from '../../ui/status-words.ts';
import type { TreeFilter } from './portfolio-filter.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: SPACE.s },
  search: { width: '220px' },
  searchNarrow: { width: '100%', maxWidth: 'none' },
});

export interface FilterProps {
  readonly filter: TreeFilter;
  readonly functions: readonly string[];
  readonly onFilter: (filter: TreeFilter) => void;
}

export function PortfolioFilters({ filter, functions, onFilter }: FilterProps): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  return (
    <search className={classes.filters} aria-label="Filter the objectives">
      <SearchBox
        size="small"
        className={narrow ? classes.searchNarrow : classes.search}
        placeholder="Objective, KPI or person"
        aria-label="Objective, KPI or person"
        value={filter.search}
        onChange={(_, data) => onFilter({ ...filter, search: data.value })}
      />
      <Choice
        label="Function"
        all="All functions"
        value={filter.function}
        options={functions.map((name) => ({ value: name, name }))}
        onChoose={(value) => onFilter({ ...filter, function: value })}
      />
      <Choice
        label="Status"
        all="Every status"
        value={filter.status}
        options={Object.entries(STATUS_WORDS).map(([value, name]) => ({ value, name }))}
        onChoose={(value) => onFilter({ ...filter, status: value as TreeFilter['status'] })}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps): ReactNode {
  const shown = options.find((option) => option.value === value)?.name ?? all;
  return (
    <Menu
      checkedValues={{ [label]: [value] }}
      onCheckedValueChange={(_, data) => onChoose(data.checkedItems[0] ?? '')}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" aria-label={`${label}: ${shown}`}>
          {shown}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {[{ value: '', name: all }, ...options].map((option) => (
            <MenuItemRadio key={option.value} name={label} value={option.value}>
              {option.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
