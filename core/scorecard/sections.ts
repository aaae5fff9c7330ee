import type { measureControls } from './figures/controls-health.ts';
import type { measureDrift } from './figures/drift-figures.ts';
import type { measureExceptions } from './figures/exception-figures.ts';
import type { measureIncidents } from './figures/incident-figures.ts';
import type { measurePatching } from './figures/patching-figures.ts';

/** The figures of a month by the file they come from; null where that file was not read. */
export type Sections = {
  readonly controls_health: ReturnType<typeof measureControls> | null;
  readonly incidents: ReturnType<typeof measureIncidents> | null;
  readonly drift: ReturnType<typeof measureDrift> | null;
  readonly exceptions: ReturnType<typeof measureExceptions> | null;
  readonly vulnerability: ReturnType<typeof measurePatching> | null;
};
