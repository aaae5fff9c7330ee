import { hash } from 'node:crypto';
import { basename, dirname, extname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkScenario } from '#core/scenario/check-scenario.ts';
import type { Finding } from '#core/scenario/finding.ts';
import { findSubject, type Subject } from '#core/scenario/finding-subject.ts';
import { limitFaults, mostFaults } from '#core/scenario/limit-faults.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { checkAttachmentFiles } from './find-attachments.ts';
import { readYamlFile } from './read-yaml.ts';

/** A finding with its place in a file. */
export type Diagnostic = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly level: 'error' | 'warning';
  readonly message: string;
};

/** `about`: the part of the script it concerns; null for all of it. */
export type PlacedDiagnostic = Diagnostic & { readonly about: Subject | null };

export type LoadedScenario = {
  /** null when there are errors. */
  readonly scenario: Scenario | null;
  /** To be looked at, also where errors keep it from being played; null where its shape is wrong. */
  readonly readable: Scenario | null;
  readonly diagnostics: readonly PlacedDiagnostic[];
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** `q1-data-breach` of `scenarios/q1-data-breach.yaml`. */
  readonly stem: string;
  readonly file: string;
};

export async function loadScenario(file: string): Promise<LoadedScenario> {
  const read = await readYamlFile(file);
  const common = { bytes: read.bytes, sha256: hash('sha256', read.bytes), stem: stemOf(file), file };
  if (read.problems.length > 0) {
    const diagnostics = read.problems.map((problem) => ({
      file,
      level: 'error' as const,
      about: null,
      ...problem,
    }));
    return { scenario: null, readable: null, diagnostics, ...common };
  }
  await nextTurn(); // parsing and checking are each one piece of work
  const { scenario, findings } = checkScenario(read.value);
  const attachments = scenario ? await checkAttachmentFiles(scenario, dirname(file)) : [];
  const all: readonly Finding[] = [...findings, ...attachments];
  const diagnostics = all
    .map(({ path, level, message, first }) => {
      const words = first ? `${message}; first in line ${read.positionOf(first).line}` : message;
      return { file, ...read.positionOf(path), level, message: words, about: findSubject(read.value, path) };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
  const hasErrors = diagnostics.some(({ level }) => level === 'error');
  const playable = hasErrors ? null : scenario;
  return { scenario: playable, readable: scenario, diagnostics: limitDiagnostics(diagnostics), ...common };
}

/** Errors come first where there are too many to tell; what is told stays in the order of the file. */
function limitDiagnostics(diagnostics: readonly PlacedDiagnostic[]): readonly PlacedDiagnostic[] {
  if (diagnostics.length <= mostFaults) return diagnostics;
  const errors = diagnostics.filter(({ level }) => level === 'error');
  const warnings = diagnostics.filter(({ level }) => level === 'warning');
  return limitFaults([...errors, ...warnings]);
}

export function stemOf(file: string): string {
  return basename(file, extname(file)).replace(/\.captures$/, '');
}

/** `file:line:column: level: message`, as compilers say it. */
export function formatDiagnostic({ file, line, column, level, message }: Diagnostic): string {
  return `${file}:${line}:${column}: ${level}: ${message}`;
}
