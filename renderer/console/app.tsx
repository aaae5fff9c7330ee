import { lazy, Suspense, useEffect } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { WhenBroken } from '../parts/when-broken.tsx';
import { Connection } from './connection.tsx';
import { OpenedBackup } from './screens/backup/opened-backup.tsx';
import { Programme } from './screens/programme/programme.tsx';

/** The home screen is there at once; the others are fetched while it is read. */
const load = {
  runbooks: () => import('./screens/runbooks/runbooks.tsx'),
  script: () => import('./screens/script/script.tsx'),
  actions: () => import('./screens/actions/actions.tsx'),
  scorecard: () => import('./screens/scorecard/scorecard.tsx'),
  exceptions: () => import('./screens/exceptions/exceptions.tsx'),
  trend: () => import('./screens/trend/trend.tsx'),
  gallery: () => import('./screens/gallery/gallery.tsx'),
  plan: () => import('./screens/plan/plan.tsx'),
  pack: () => import('./screens/pack/pack.tsx'),
  live: () => import('./screens/live/console.tsx'),
  review: () => import('./screens/review/review.tsx'),
  report: () => import('./screens/report/report.tsx'),
};
const Runbooks = lazy(() => load.runbooks().then(({ Runbooks }) => ({ default: Runbooks })));
const Script = lazy(() => load.script().then(({ Script }) => ({ default: Script })));
const Actions = lazy(() => load.actions().then(({ Actions }) => ({ default: Actions })));
const Scorecard = lazy(() => load.scorecard().then(({ Scorecard }) => ({ default: Scorecard })));
const Exceptions = lazy(() => load.exceptions().then(({ Exceptions }) => ({ default: Exceptions })));
const Trend = lazy(() => load.trend().then(({ Trend }) => ({ default: Trend })));
const Gallery = lazy(() => load.gallery().then(({ Gallery }) => ({ default: Gallery })));
const Plan = lazy(() => load.plan().then(({ Plan }) => ({ default: Plan })));
const Pack = lazy(() => load.pack().then(({ Pack }) => ({ default: Pack })));
const Console = lazy(() => load.live().then(({ Console }) => ({ default: Console })));
const Review = lazy(() => load.review().then(({ Review }) => ({ default: Review })));
const Report = lazy(() => load.report().then(({ Report }) => ({ default: Report })));

/** After the first screen stands, so that nothing competes with it. */
const restMs = 1_000;

/** One hash location per screen; a reload comes back to the same one. Links: `href="#/plan/q2-ransomware"`. */
export function App() {
  useEffect(() => {
    const fetchAll = () => {
      for (const fetchScreen of Object.values(load)) void fetchScreen().catch(() => {}); // asked for again when it is opened
    };
    const rested = setTimeout(fetchAll, restMs);
    return () => clearTimeout(rested);
  }, []);
  return (
    <Router hook={useHashLocation}>
      <Connection />
      <OpenedBackup />
      <Screen />
    </Router>
  );
}

/** Of the address: a screen that cannot be drawn takes no other along. */
function Screen() {
  const [address] = useLocation();
  return (
    <WhenBroken of={address}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/runbooks">
            <Runbooks />
          </Route>
          <Route path="/runbooks/:id">{({ id }) => <Runbooks id={id} />}</Route>
          <Route path="/script/:script">{({ script }) => <Script script={script} />}</Route>
          <Route path="/actions">
            <Actions />
          </Route>
          <Route path="/actions/samples">
            <Actions isSample />
          </Route>
          <Route path="/actions/samples/:at">{({ at }) => <Actions isSample at={at} />}</Route>
          <Route path="/actions/:at">{({ at }) => <Actions at={at} />}</Route>
          <Route path="/scorecard">
            <Scorecard />
          </Route>
          <Route path="/scorecard/:month">{({ month }) => <Scorecard month={month} />}</Route>
          <Route path="/scorecard/:month/:revision">
            {({ month, revision }) => <Scorecard month={month} revision={revision} />}
          </Route>
          <Route path="/exceptions">
            <Exceptions />
          </Route>
          <Route path="/exceptions/:at">{({ at }) => <Exceptions at={at} />}</Route>
          <Route path="/trend">
            <Trend />
          </Route>
          <Route path="/gallery/:script">{({ script }) => <Gallery script={script} />}</Route>
          <Route path="/plan/:script">{({ script }) => <Plan script={script} />}</Route>
          <Route path="/plan/:script/start">{({ script }) => <Plan script={script} isStartAsked />}</Route>
          <Route path="/pack/:script">{({ script }) => <Pack script={script} />}</Route>
          <Route path="/live/:exercise">{({ exercise }) => <Console exercise={exercise} />}</Route>
          <Route path="/scribe/:exercise">{({ exercise }) => <Console exercise={exercise} isScribe />}</Route>
          <Route path="/review/:exercise">{({ exercise }) => <Review exercise={exercise} />}</Route>
          <Route path="/report/:exercise">{({ exercise }) => <Report exercise={exercise} />}</Route>
          <Route>
            <Programme />
          </Route>
        </Switch>
      </Suspense>
    </WhenBroken>
  );
}
