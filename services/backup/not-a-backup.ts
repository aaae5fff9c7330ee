/** What is wrong with a file that was given as a backup, as the end of a sentence. */
export class NotABackup extends Error {}
