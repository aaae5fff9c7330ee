import { largestSent } from '#contract/runbooks.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';

type Picked = { readonly name: string; readonly base64: string };

/** The bytes of a file that was chosen or dropped. */
export async function readPicked(file: File): Promise<Outcome<Picked>> {
  if (file.size === 0) return refuse(`${file.name} is empty.`, 'Choose the file that holds the runbook’s text.');
  if (file.size > largestSent)
    return refuse(`${file.name} is too large to be handed over by the window.`, 'Write its whole path instead.');
  try {
    const address = await readAddress(file);
    return succeed({ name: file.name, base64: address.slice(address.indexOf(',') + 1) });
  } catch {
    return refuse(`${file.name} could not be read.`, 'Choose it again, or write its whole path.');
  }
}

function readAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

function refuse(message: string, hint: string): Outcome<never> {
  return fail({ code: 'file_not_read', message, hint: `Nothing was taken in. ${hint}` });
}

/** `RB-03 Revocation v4.2.md` says id and version; what was typed stays, and `known` was not typed. */
export function guessFromName(
  name: string,
  typed: { readonly id: string; readonly version: string },
  known: string | null,
) {
  const found = /[A-Z]{2,5}-\d{1,4}/.exec(name)?.[0];
  const id = typed.id === '' || typed.id === known ? (found ?? typed.id) : typed.id;
  const version = typed.version || (/(?:^|[\s_v-])(\d+(?:\.\d+)+)(?=[\s_.-])/i.exec(name)?.[1] ?? '');
  return { id, version };
}
