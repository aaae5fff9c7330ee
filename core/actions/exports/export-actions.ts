import type { RegisteredAction } from '../registered-action.ts';
import { type AzureMapping, listAzureFiles } from './azure-csv.ts';
import type { ExportFile, ExportTarget } from './export-file.ts';
import { listGenericFile } from './generic-csv.ts';
import { listGithubFiles } from './github-issues.ts';
import { listGitlabFile } from './gitlab-csv.ts';
import { listJiraFile } from './jira-csv.ts';

type Asked = {
  readonly target: ExportTarget;
  readonly azure: AzureMapping;
  readonly isSample: boolean;
  readonly today: string;
};

/** What a tracker takes in. States are never among it: whoever imports decides. Source: spec.md C.7. */
export function exportActions(
  actions: readonly RegisteredAction[],
  { target, azure, isSample, today }: Asked,
): readonly ExportFile[] {
  switch (target) {
    case 'csv':
      return [listGenericFile(actions, isSample)];
    case 'jira':
      return [listJiraFile(actions, isSample)];
    case 'azure':
      return listAzureFiles(actions, isSample, azure);
    case 'gitlab':
      return [listGitlabFile(actions, isSample)];
    case 'github':
      return listGithubFiles(actions, isSample, today);
  }
}
