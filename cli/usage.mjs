// Plain JavaScript, so that help needs neither Node 24 nor any package.
import { readFileSync } from 'node:fs';

/** @type {Readonly<Record<string, string>>} */
export const pages = {
  check: `muster check FILE… [--json]
Validates scenario scripts: file:line:column: error|warning: message, one line each.
Exit 0 when there is no error (warnings are allowed), 1 when there is one. With --json the array of what was found, empty when
nothing was.`,
  play: `muster play SCENARIO --captures FILE --out DIR [--workspace DIR] [--json]
Runs a whole exercise without a screen on a simulated clock, saves its journal in the workspace
and writes every document into --out. Nothing is written when something is wrong.`,
  demo: `muster demo --out DIR [--json]
Plays the four bundled scripts with their sample captures and writes all documents, one folder each.
Uses a workspace of its own inside --out, never the one of --workspace, and replaces only what an earlier demo wrote there.`,
  export: `muster export EXERCISE --out DIR [--pdf] [--paper a4|letter] [--workspace DIR] [--json]
Writes an exercise's documents again from its journal and the runbooks it tested. --pdf writes the report as a PDF too, through LibreOffice; where that is not
installed, says so and writes the others. --paper sets every Word document for that paper; without it counts what the
organisation says (organisation: paper), else A4. What an earlier export wrote is replaced; a file that Muster did not write is not: it is
named, and nothing is written.`,
  binder: `muster binder EXERCISE --out FILE.zip [--no-pdf] [--workspace DIR] [--json]
Writes what an auditor asks for as one zip: report, runbook changes, actions, event log, script as played, attendance, feedback summary,
and manifest.json with the SHA-256 of each. The same journal gives the same bytes; the report as a PDF is in it where LibreOffice is
installed, and is the same with the same LibreOffice. --no-pdf leaves it out. Only an earlier binder is ever replaced.`,
  pack: `muster pack SCENARIO --out DIR [--captures FILE] [--paper a4|letter] [--workspace DIR] [--json]
Writes the printed pack of an exercise as Word files, for a room without laptop or projector: facilitator book, handouts,
private slips, decision cards, capture sheet, feedback form. Plan, names and people are those saved in the workspace for a script
of that name, or those at the head of a captures file; where there are none, the script's defaults. Exit 1 when the exercise
cannot be played as planned: says why, and nothing is written. What an earlier pack wrote there is replaced as a whole.`,
  actions: `muster actions --out DIR [--target TARGET] [--status STATUS] [--overdue] [--mapping "Due Date=FIELD"] [--samples] [--bom]
               [--workspace DIR] [--json]
Writes the action register over all exercises as files for a tracker. TARGET is csv (default: every column), jira, azure, gitlab,
or github (issues as JSON lines, and a script of gh commands to read and then run). Nothing is sent anywhere.
STATUS is open, in_progress, blocked, done, verified, wont_do, not_closed (open, in progress or blocked: the default for a
tracker, where everything arrives as new) or all (the default of csv).
--overdue leaves those that are open after their day. --samples takes the actions of sample exercises, which are kept apart.
--mapping "Due Date=FIELD" names the field of your Azure process that takes the date; "Due Date=" where it has none: the date
then stands in the description. --bom begins each CSV with a byte order mark, for spreadsheets that need it.
What an earlier export of the same target wrote there is replaced; a file that Muster did not write is named, and nothing is written.`,
  scorecard: `muster scorecard --data DIR --month YYYY-MM --out DIR [--config FILE] [--previous FILE] [--discovery FILE]
                 [--paper a4|letter] [--oscal] [--leave-out-bad-rows] [--workspace DIR] [--json]
muster scorecard --templates DIR [--json]
Reads assets, incidents, drift, exceptions and vulnerabilities (.csv or .xlsx) from --data and writes the month's one page, the
exception list, the rows behind every figure and scorecard.json into --out. The same files and settings give the same bytes.
Counted is by the settings of the workspace, its columns are read as they were named on screen, and the months published there are
compared with; without a workspace, by the usual settings. --config goes before the settings, part by part. --previous goes before what
was published: the month before, as the scorecard.json it wrote. What was used is said, and stands in scorecard.json. --paper goes
before the paper of the settings. --oscal writes the exceptions as an OSCAL POA&M too.
A row that cannot be counted refuses the month: file:line:column: message, exit 1, nothing written. --leave-out-bad-rows goes on
without such rows and says how many on the page. --json prints the figures with the ids of the rows that decide them, by what they
were counted, and what is stale, left out, not over or missing, which does not change the exit code.
--discovery holds a list of what was found (identifier, source, seen_on) against assets and drift: what neither knows is written as rows
of drift to drift-proposed.csv, to be reviewed; nothing of it counts. --templates writes the five files with their heads alone, to be filled in; heads without rows mean there was nothing.
Exercise readiness comes from the workspace, beside the figures and never in them.`,
  metrics: `muster metrics EXERCISE [--workspace DIR] [--json]
Prints the exercise measures: detection, decisions, expected actions, clocks.`,
  wording: `muster wording FILE|- [--field body|action|external] [--name NAME]… [--json]
Finds words that blame, in a file or in what is typed: rule, line, column, and how to say it instead. --field external finds names
and what a letter should not claim: certificates that are none, promises, internal addresses, conclusions of law.
Lines marked lint-ok, quotations and code pass. Exit 1 when a finding of the level error stands.`,
  clock: `muster clock [ID [--at TIME [--aware TIME] [--zone ZONE]]] [--json]
Lists the legal clocks, shows one, or computes its deadline from the TIME at which it was triggered:
  muster clock GDPR-33 --at 2026-02-17T09:20 --zone Europe/Berlin
TIME is 2026-11-18T22:00Z or with an offset such as +01:00, or a local time with --zone, or a date alone where the law
counts days. --aware is when the organisation became aware, for DORA-INIT. Exit 1 where nothing can be computed: says why.
Exercise aid, not legal advice. Counsel confirms applicability, trigger and deadline.`,
  verify: `muster verify EXERCISE [--workspace DIR] [--json]
muster verify --all [--workspace DIR] [--json]
Checks the chain of a journal and its anchor. Exit 1 when something is damaged, with file, line and kind.`,
  backup: `muster backup [--out FILE-or-FOLDER] [--workspace DIR] [--json]
muster backup --check FILE [--json]
Writes the whole workspace as one zip, also while another Muster works in it: exercises, registers, plans, scripts, documents.
Reads it again before it is called done. --out FOLDER (default "~/Muster backups") gives it the name of its day; nothing is
ever replaced. An exercise behind a link is in it. What is left out (other links, earlier backups) is named on stderr.
--check verifies a backup and writes nothing.`,
  restore: `muster restore FILE [--workspace DIR] [--json]
Verifies a backup, then makes the workspace DIR of it. DIR must be empty (a new disk is) or not there yet; nothing is ever replaced.
An exercise that was damaged when it was backed up is restored as it was, and named on stderr.`,
  runbooks: `muster runbooks [--samples] [--workspace DIR] [--json]
muster runbooks --add FILE --id ID --version VERSION [--title TEXT] [--owner NAME] [--approver NAME] [--approved-on DATE] [--json]
Lists the organisation's runbooks: version, approval date, steps with when each was last exercised, changes and what became of them.
--samples lists those of the sample exercises. --add takes a Markdown (.md), text (.txt) or Word (.docx) file into the register as a
version of the runbook ID, such as RB-03; the file itself stays where it is. Exit 1 where it is no such file, the version is there
already, or it was approved on a day that is still to come.`,
  serve: `muster serve [--port N] [--workspace DIR] [--open] [--json]
Shows Muster in a browser on this machine: prints the address of the console and of the room, then keeps running.
The console takes port N and the room N + 1; two free ports when --port is left out. Whoever has an address has what it shows:
keep the console's to yourself. --open opens the console in the browser. Ctrl+C ends it; what was saved stays saved.
Exit 1 where the workspace cannot be written or another Muster holds it: says which folder and why. Name another with --workspace.`,
};

export const usage = `muster runs security tabletop exercises from script to signed report.

  muster check FILE…          validates scenario scripts
  muster play SCENARIO …      runs an exercise from a captures file and writes its documents
  muster demo --out DIR       plays the four bundled scripts with their sample captures
  muster export EXERCISE …    writes an exercise's documents again
  muster binder EXERCISE …    writes an exercise's evidence as one zip, with a hash of each file
  muster pack SCENARIO …      writes the papers for a room without laptop or projector
  muster actions --out DIR    writes the action register for a spreadsheet or a tracker
  muster metrics EXERCISE     prints the exercise measures
  muster scorecard …          writes the month's one page and the exception list from five files
  muster clock [ID]           lists the legal clocks and computes their deadlines
  muster wording FILE|-       finds words that blame, and says how to put it instead
  muster verify EXERCISE      checks that a journal is whole and unchanged
  muster backup               writes the whole workspace as one zip, or checks such a zip
  muster restore FILE         makes a workspace of a backup, in an empty folder
  muster runbooks             lists the organisation's runbooks, or takes one in
  muster serve                shows Muster in a browser on this machine

Every command takes --help; all but check, demo and backup --check take --workspace DIR (default ~/Muster).
--json prints one JSON value.
muster --version prints the version.
EXERCISE is the name of a folder in DIR/exercises.
Exit 0: done. 1: the input is bad, a message per problem on stderr. 2: wrong usage.`;

function readVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return version;
}

/** The help or the version asked for, or null when the words ask for something else.
 * @param {readonly string[]} args */
export function findHelp(args) {
  const [command = '--help'] = args;
  if (command === '--version') return readVersion();
  if (command === '--help' || command === '-h' || command === 'help') return usage;
  return args.includes('--help') || args.includes('-h') ? (pages[command] ?? null) : null;
}
