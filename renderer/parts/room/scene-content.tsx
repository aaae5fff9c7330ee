import { memo } from 'react';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { Artefact } from './artefact.tsx';
import {
  EndCard,
  InterruptedCard,
  QuestionCard,
  RealWorldCard,
  SitrepCard,
  StoryCard,
  WaitingCard,
  WelcomeCard,
} from './cards.tsx';
import type { CardName, Scene } from './choose-scene.ts';
import { DecisionCard } from './decision.tsx';
import { Enlarged } from './enlarged.tsx';
import { BreakCard, DiscussCard, TimerCard } from './time-cards.tsx';

/** Drawn and measured once for what it is shown: that its pages are counted then, or turned, is no reason to do either again. */
export const SceneContent = memo(function SceneContent({ scene, view }: { scene: Scene; view: RoomView }) {
  switch (scene.kind) {
    case 'real_world':
      return <RealWorldCard stoppedAt={view.stoppedAt} />;
    case 'blank':
      return null;
    case 'interrupted':
      return <InterruptedCard />;
    case 'waiting':
      return <WaitingCard />;
    case 'end':
      return <EndCard />;
    case 'question':
      return view.question && <QuestionCard question={view.question} />;
    case 'decision':
      return view.decision && <DecisionCard decision={view.decision} />;
    case 'compare': // drawn as two of these
    case 'artefact':
      return <Artefact artefact={scene.artefact} />;
    case 'attachment':
      return <Enlarged enlarged={scene.enlarged} artefact={scene.artefact} />;
    case 'card':
      return <Card name={scene.card} view={view} />;
  }
});

function Card({ name, view }: { name: CardName; view: RoomView }) {
  const { card } = view;
  const isCounting = view.phase === 'running' || view.phase === 'paused';
  switch (name) {
    case 'welcome':
      return <WelcomeCard />;
    case 'discuss':
      return card && <DiscussCard card={card} isCounting={isCounting} decision={view.decision} />;
    case 'timer':
      return card && <TimerCard card={card} isCounting={isCounting} decision={view.decision} />;
    case 'break':
      return card && <BreakCard card={card} isCounting={isCounting} />;
    case 'sitrep':
      return <SitrepCard />;
    case 'story':
      return <StoryCard story={view.story} />;
    case 'end':
      return <EndCard />;
  }
}
