import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ActionsShown } from '#contract/actions.ts';
import { type ActionFilter, filterActions, noFilter } from '#core/actions/filter-actions.ts';
import { focusStop } from '../../../parts/row-stops.ts';
import shared from '../register/register.module.css';
import { RegisterColumns } from '../register/register-columns.tsx';
import { ActionDetail } from './action-detail.tsx';
import { ActionTable } from './action-table.tsx';
import { ExportPanel } from './export-panel.tsx';
import { Filters } from './filters.tsx';
import { RegisterFigures } from './register-figures.tsx';
import { useRegister } from './use-register.ts';

type Props = { readonly loaded: ActionsShown; readonly isSample: boolean; readonly at: string | undefined };

/** What the register comes to, what of it is shown, and one action beside the list. */
export function RegisterPage({ loaded, isSample, at }: Props) {
  const register = useRegister(loaded, isSample);
  const { actions, titles, returned, today } = register;
  const asked = actions.find(({ register_id }) => register_id === at) ?? null;
  const [filter, setFilter] = useState<ActionFilter>(() => startWith(at, asked !== null));
  const [chosen, setChosen] = useState<string | null>(asked?.origin ?? null);
  const table = useRef<HTMLTableElement>(null);
  const calm = useDeferredValue(filter); // typing never waits for the list
  const found = useMemo(
    () => filterActions(actions, calm, { today, returned, titles }),
    [actions, calm, today, returned, titles],
  );
  const open = actions.find(({ origin }) => origin === chosen) ?? null;
  const backToList = () => focusStop(table.current);
  if (actions.length === 0) return <p className={shared.empty}>{whyEmpty(loaded, isSample)}</p>;
  return (
    <>
      <RegisterFigures register={register} filter={filter} onFilter={setFilter} />
      <Filters register={register} filter={filter} onFilter={setFilter} />
      <RegisterColumns
        one="action"
        article="an"
        found={found.length}
        all={actions.length}
        detail={open && <ActionDetail key={open.origin} action={open} register={register} onLeave={backToList} />}
      >
        <ExportPanel register={register} found={found} />
        {found.length > 0 && (
          <ActionTable table={table} found={found} register={register} chosen={chosen} onChoose={setChosen} />
        )}
      </RegisterColumns>
    </>
  );
}

function startWith(at: string | undefined, isAction: boolean): ActionFilter {
  if (isAction) return { ...noFilter, status: 'all' };
  return at === 'overdue' ? { ...noFilter, isOverdue: true } : noFilter;
}

function whyEmpty({ own, samples }: ActionsShown, isSample: boolean): string {
  if ((isSample ? samples : own) === null)
    return 'The register cannot be read, as said above. Nothing in it was changed.';
  return 'None yet. What a review agrees to close a gap stands here, until somebody other than its owner has verified it.';
}
