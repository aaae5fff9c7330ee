import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ExceptionsShown } from '#contract/exceptions.ts';
import { type ExceptionFilter, filterExceptions, noFilter } from '#core/exceptions/filter-exceptions.ts';
import { focusStop } from '../../../parts/row-stops.ts';
import shared from '../register/register.module.css';
import { RegisterColumns } from '../register/register-columns.tsx';
import { ExceptionDetail } from './exception-detail.tsx';
import { ExceptionTable } from './exception-table.tsx';
import { Filters } from './filters.tsx';
import { RegisterFigures } from './register-figures.tsx';
import { RemindersPanel } from './reminders-panel.tsx';
import { useExceptions } from './use-exceptions.ts';

type Props = { readonly loaded: ExceptionsShown; readonly at: string | undefined };

/** What there is, what of it is shown, whom to remind, and one exception beside the list. */
export function RegisterPage({ loaded, at }: Props) {
  const register = useExceptions(loaded);
  const { exceptions } = register;
  const asked = exceptions.find(({ id }) => id === at || inAddress(id) === at) ?? null;
  const [filter, setFilter] = useState<ExceptionFilter>(() => startWith(at, asked !== null));
  const [chosen, setChosen] = useState<string | null>(asked?.id ?? null);
  const table = useRef<HTMLTableElement>(null);
  const calm = useDeferredValue(filter); // typing never waits for the list
  const found = useMemo(() => filterExceptions(exceptions, calm), [exceptions, calm]);
  const open = exceptions.find(({ id }) => id === chosen) ?? null;
  const backToList = () => focusStop(table.current);
  if (exceptions.length === 0) return <p className={shared.empty}>{whyEmpty(loaded)}</p>;
  return (
    <>
      <RegisterFigures register={register} onFilter={setFilter} />
      <RemindersPanel register={register} found={found} />
      <Filters register={register} filter={filter} onFilter={setFilter} />
      <RegisterColumns
        one="exception"
        article="an"
        found={found.length}
        all={exceptions.length}
        detail={open && <ExceptionDetail key={open.id} exception={open} register={register} onLeave={backToList} />}
      >
        {found.length > 0 && (
          <ExceptionTable table={table} found={found} register={register} chosen={chosen} onChoose={setChosen} />
        )}
      </RegisterColumns>
    </>
  );
}

/** An id as the address gives it back. */
const inAddress = (id: string) => decodeURI(encodeURIComponent(id.toWellFormed()));

const starts: Readonly<Record<string, Partial<ExceptionFilter>>> = {
  red: { flag: 'red' },
  expired: { state: 'expired_open' },
  ending: { flag: 'EXPIRES≤30' },
};

function startWith(at: string | undefined, isException: boolean): ExceptionFilter {
  if (isException) return { ...noFilter, state: 'all' };
  return { ...noFilter, ...starts[at ?? ''] };
}

function whyEmpty({ file }: ExceptionsShown): string {
  return file === null
    ? 'None yet. They come from the exceptions file of a month: take one in the Scorecard, and each can be decided on here.'
    : 'None is in force or waits for approval. What a later file brings stands here.';
}
