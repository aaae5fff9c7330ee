import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Connection } from './connection.tsx';
import { Console } from './screens/live/console.tsx';
import { Plan } from './screens/plan/plan.tsx';
import { Programme } from './screens/programme/programme.tsx';
import { Report } from './screens/report/report.tsx';
import { Review } from './screens/review/review.tsx';
import { Script } from './screens/script/script.tsx';

/** One hash location per screen; a reload comes back to the same one. Links: `href="#/plan/q2-ransomware"`. */
export function App() {
  return (
    <Router hook={useHashLocation}>
      <Connection />
      <Switch>
        <Route path="/script/:script">{({ script }) => <Script script={script} />}</Route>
        <Route path="/plan/:script">{({ script }) => <Plan script={script} />}</Route>
        <Route path="/live/:exercise">{({ exercise }) => <Console exercise={exercise} />}</Route>
        <Route path="/review/:exercise">{({ exercise }) => <Review exercise={exercise} />}</Route>
        <Route path="/report/:exercise">{({ exercise }) => <Report exercise={exercise} />}</Route>
        <Route>
          <Programme />
        </Route>
      </Switch>
    </Router>
  );
}
