import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice opens the document twice, accepts all changes and rejects all, and saves each as text. */
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, accepted As String, rejected As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim asText(1) As New com.sun.star.beans.PropertyValue
  asText(0).Name = "FilterName"
  asText(0).Value = "Text (encoded)"
  asText(1).Name = "FilterOptions"
  asText(1).Value = "UTF8,LF"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
  doc.storeToURL(accepted, asText())
  doc.close(True)
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "", 0, Array())
  doc.storeToURL(rejected, asText())
  doc.close(True)
End Sub
</script:module>
`;

/** The lines of a Word file after all its changes were accepted, and after all were rejected. */
export async function settleChanges(folder: string, file: string) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`;
  await run('soffice', [profile, '--headless', '--terminate_after_init']); // it makes its profile, which the macro then lies in
  await writeFile(join(folder, 'office/user/basic/Standard/Module1.xba'), macro);
  const [accepted, rejected] = [join(folder, 'accepted.txt'), join(folder, 'rejected.txt')];
  const words = [file, accepted, rejected].map((path) => `"${pathToFileURL(path).href}"`).join(',');
  await run('soffice', [profile, '--headless', `macro:///Standard.Module1.Settle(${words})`]);
  const lines = async (path: string) =>
    (await readFile(path, 'utf8'))
      .replace(/^\uFEFF/, '')
      .split('\n')
      .map((line) => line.trimEnd());
  return { accepted: await lines(accepted), rejected: await lines(rejected) };
}
