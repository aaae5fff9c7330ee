import { longDay, shortDay, storyTime } from '../local-time.ts';
import { type Block, paragraph, type ReportDocument } from '../report/document.ts';
import { minutesWords, plural } from '../report/term-words.ts';
import { previousTable, writeBefore, writeStory } from './book/before-play.ts';
import { writeHotWash, writeLikelyGaps } from './book/hot-wash.ts';
import { writeInject } from './book/inject-page.ts';
import { writePocket } from './book/pocket.ts';
import { writeRunningOrder } from './book/running-order.ts';
import type { Pack } from './pack.ts';
import { settledAt } from './paper.ts';

/** Everything in running order, for the facilitator alone. */
export function buildFacilitatorBook(pack: Pack): ReportDocument {
  const { scenario, setup, startsAt } = pack;
  const title = `Facilitator book – ${scenario.quarter} – ${scenario.title}`;
  return {
    id: 'Facilitator book',
    title,
    subject: 'For the facilitator only',
    keywords: ['exercise', 'facilitator', scenario.title].join(', '),
    version: `script ${scenario.id} ${scenario.version}`,
    tlp: setup.plan.tlp,
    isDraft: false,
    settledAt: settledAt(startsAt ?? scenario.storyline_start),
    blocks: [{ is: 'title', text: title }, ...writeMeta(pack), ...writeSections(pack)],
  };
}

function writeMeta({ scenario, setup, startsAt, played }: Pack): readonly Block[] {
  const when = startsAt === null ? 'no date yet' : `${longDay(startsAt.slice(0, 10))}, ${startsAt.slice(11)}`;
  const { length_min, storyline_start } = setup.plan;
  const length = `${minutesWords(length_min)} of play, ${plural(played.length, 'inject')}, then ${scenario.hotwash_min} min hot wash`;
  const story = `the story begins ${shortDay(storyline_start.slice(0, 10))}, ${storyTime(storyline_start).slice(4)}`;
  return [
    { is: 'meta', words: [setup.organisation.name, when].join(' · ') },
    { is: 'meta', words: [length, story].join(' · ') },
    paragraph({ bold: 'For the facilitator only. ' }, foreword(setup.plan.seat === 'both')),
  ];
}

function foreword(isFolded: boolean): string {
  if (!isFolded) return 'It holds every answer: keep it closed when people stand around you.';
  return 'You play along. Print this on one side and read on only as far as the running order. Open the page of an inject when it falls due, and turn it over only once the inject is out. What stands at the end is for after play.';
}

type Section = { readonly text: string; readonly blocks: readonly Block[]; readonly startsPage?: boolean };

/** For whoever plays along what gives the story away stands last. */
function writeSections(pack: Pack): readonly Block[] {
  const isFolded = pack.setup.plan.seat === 'both';
  const story = [...writeStory(pack), ...previousTable(pack)];
  const sections: readonly Section[] = [
    { text: 'Before you start', blocks: [...(isFolded ? [] : story), ...writeBefore(pack)] },
    { text: 'Running order', blocks: writeRunningOrder(pack, isFolded), startsPage: true },
    {
      text: 'Injects',
      blocks: pack.played.flatMap((played, at) => writeInject(pack, played, { isFolded, startsPage: at > 0 })),
      startsPage: true,
    },
    { text: 'The pocket', blocks: writePocket(pack), startsPage: true },
    { text: 'Hot wash', blocks: writeHotWash(pack, isFolded), startsPage: true },
    ...(isFolded ? [afterPlay(pack, story)] : []),
  ];
  return sections.flatMap(({ text, blocks, startsPage = false }, at) => [
    { is: 'section', number: at + 1, text, startsPage } as const,
    ...blocks,
  ]);
}

function afterPlay({ scenario }: Pack, story: readonly Block[]): Section {
  return { text: 'After play', blocks: [...story, ...writeLikelyGaps(scenario.likely_gaps)], startsPage: true };
}
