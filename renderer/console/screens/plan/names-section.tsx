import { Fragment, useMemo } from 'react';
import { listStoryNames, type StoryName } from '#core/plan/story-names.ts';
import { TextField } from '../../../parts/text-field.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

export function NamesSection({ editing }: { readonly editing: PlanEditing }) {
  const { scenario, form } = editing;
  const names = useMemo(() => listStoryNames(scenario, form), [scenario, form]);
  if (names.length === 0) return null;
  return (
    <Section title="Names in the story" aside="Each has a default, so you can skip this">
      <table className={`${styles.table} ${styles.names}`}>
        <thead>
          <tr>
            <th scope="col">Stands for</th>
            <th scope="col">Reads</th>
            <th scope="col">
              <span className="sr">Whose</span>
            </th>
            <th scope="col">Appears in</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <NameRow key={name.name} name={name} editing={editing} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function NameRow({ name, editing }: { readonly name: StoryName; readonly editing: PlanEditing }) {
  const { change, faultAt, flush } = editing;
  const { words, inScript, own, appearsIn } = name;
  return (
    <tr>
      <td className={styles.standsFor}>{words}</td>
      <td>
        <TextField
          label={words}
          isLabelHidden
          value={own}
          inPlace={inScript}
          error={faultAt(`placeholders.${name.name}`)}
          onChange={(typed) => change((before) => withName(before, name.name, typed))}
          onBlur={() => void flush()}
        />
      </td>
      <td className={`quiet ${styles.standsFor}`}>{own.trim() === '' ? 'Default' : 'Yours'}</td>
      <td className={`quiet ${styles.appears}`}>
        <Places titles={appearsIn} />
      </td>
    </tr>
  );
}

const mostPlaces = 3;

function Places({ titles }: { readonly titles: readonly string[] }) {
  if (titles.length === 0) return 'Nowhere in this script';
  const more = titles.length - mostPlaces;
  return (
    <>
      {titles.slice(0, mostPlaces).map((title, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two injects may have one title
        <Fragment key={at}>
          {at > 0 && ', '}
          <bdi>{title}</bdi>
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}

function withName(before: PlanEditing['form'], name: string, typed: string): PlanEditing['form'] {
  const { [name]: _, ...others } = before.placeholders;
  return { ...before, placeholders: typed === '' ? others : { ...others, [name]: typed } };
}
