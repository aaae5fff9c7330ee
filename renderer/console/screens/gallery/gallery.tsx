import { useMemo, useState } from 'react';
import type { RoomImage } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { pieceNames } from '#core/report/term-words.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Segments } from '../../../parts/segments.tsx';
import { Frame } from '../../frame.tsx';
import { PagedPicture } from '../../paged-picture.tsx';
import { listAttachedSamples } from './attached-samples.ts';
import css from './gallery.module.css';
import { listComparedSamples, listSamples, type SampleText, sampleTextNames, sampleTexts, viewOf } from './samples.ts';

type Theme = 'light' | 'dark';
const themeNames: Readonly<Record<Theme, string>> = { light: 'Light room', dark: 'Dark room' };
const themes: readonly Theme[] = ['light', 'dark'];

/** Every kind of text and every card as the projector shows it, under easy and hard texts: for whoever writes a script. */
export function Gallery({ script }: { readonly script: string }) {
  const [text, setText] = useState<SampleText>('short');
  const [theme, setTheme] = useState<Theme>('light');
  const samples = useMemo(() => listSamples(text), [text]);
  const compared = useMemo(() => listComparedSamples(text), [text]);
  const attached = useMemo(() => listAttachedSamples(text), [text]);
  return (
    <Frame at="script" neighbours={{ script }}>
      <PageHead label={<a href={`#/script/${script}`}>Back to the script</a>} title="How each kind looks in the room" />
      <p className={css.why}>
        Sample texts, none of a script. What does not fit is turned over page by page: nothing is made smaller.
      </p>
      <div className={css.tools}>
        <Segments label="Text" names={sampleTextNames} values={sampleTexts} chosen={text} onChoose={setText} />
        <Segments label="Room" names={themeNames} values={themes} chosen={theme} onChoose={setTheme} />
      </div>
      <h2 className="section-title">Texts</h2>
      <ul className={css.pictures}>
        {samples.map((view) => (
          <Figure key={`${view.artefact?.channel} ${text}`} name={nameOf(view)} view={view} theme={theme} />
        ))}
      </ul>
      <h2 className="section-title">Attachments, large</h2>
      <ul className={css.pictures}>
        {attached.map(({ name, view, image }) => (
          <Figure key={`${name} ${text}`} name={name} view={view} image={image} theme={theme} />
        ))}
      </ul>
      <h2 className="section-title">Two side by side</h2>
      <ul className={css.pictures}>
        {compared.map((view) => (
          <Figure key={`${nameOf(view)} ${text}`} name={nameOf(view)} view={view} theme={theme} />
        ))}
      </ul>
      <h2 className="section-title">Cards</h2>
      <ul className={css.pictures}>
        {cards.map(([name, view]) => (
          <Figure key={name} name={name} view={view} theme={theme} />
        ))}
      </ul>
    </Frame>
  );
}

function nameOf({ artefact, beside }: RoomView): string {
  const names = [beside, artefact].flatMap((shown) => (shown ? [pieceNames[shown.channel]] : []));
  return names.join(' and ');
}

const decision = { question: 'Shut the plant down, or keep it running?', owner: 'IC', openMinutes: 6, options: null };
const minutes = { minutes: 10, sinceMinutes: 4, until: '10:35' };
const cards: readonly (readonly [name: string, view: RoomView])[] = [
  ['Welcome', viewOf({ card: { show: 'welcome', ...minutes } })],
  ['Discuss', viewOf({ card: { show: 'discuss', ...minutes } })],
  ['Decision', viewOf({ decision })],
  ['Decision with its options', viewOf({ decision: { ...decision, options: ['Shut it down', 'Keep it running'] } })],
  ['Timer', viewOf({ card: { show: 'timer', ...minutes } })],
  ['Sitrep', viewOf({ card: { show: 'sitrep', ...minutes } })],
  ['Question and answer', viewOf({ question: { question: 'Is the backup readable?', answer: 'Yes, until Friday.' } })],
  ['Story so far', viewOf({ card: { show: 'story', ...minutes } })],
  ['Break', viewOf({ card: { show: 'break', ...minutes } })],
  ['Blank', viewOf({ card: { show: 'blank', ...minutes } })],
  ['Between two sittings', viewOf({ phase: 'suspended' })],
  ['REAL WORLD', viewOf({ phase: 'real_world' })],
  ['End', viewOf({ card: { show: 'end', ...minutes } })],
];

type FigureProps = {
  readonly name: string;
  readonly view: RoomView;
  readonly image?: RoomImage | null;
  readonly theme: Theme;
};

function Figure({ name, view, image = null, theme }: FigureProps) {
  return (
    <li aria-label={name}>
      <h3 className="row-title">{name}</h3>
      <PagedPicture view={view} image={image} theme={theme} />
    </li>
  );
}
