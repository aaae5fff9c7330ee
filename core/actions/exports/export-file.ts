/** A table becomes CSV where files are written: RFC 4180, and nothing in it runs as a formula. */
export type ExportFile =
  | {
      readonly is: 'table';
      readonly name: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly is: 'text'; readonly name: string; readonly text: string };

export const exportTargets = ['csv', 'jira', 'azure', 'gitlab', 'github'] as const;
export type ExportTarget = (typeof exportTargets)[number];

export const targetNames: Readonly<Record<ExportTarget, string>> = {
  csv: 'Spreadsheet (CSV)',
  jira: 'Jira',
  azure: 'Azure Boards',
  gitlab: 'GitLab',
  github: 'GitHub Issues',
};
