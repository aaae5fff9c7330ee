import { cp } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';

describe('What is being typed', () => {
  it('is on the disk once it is answered, and there again after a crash', async () => {
    const workspace = await newWorkspace();
    const muster = await openMuster(workspace);
    need(await muster.ask.fill_plan({ script }));
    const { exercise } = need(await muster.ask.start_exercise({ script }));
    need(await muster.ask.save_draft({ exercise, form: 'gap', draft: { text: 'half a sen' } }));
    const crashed = await newWorkspace();
    await cp(workspace, crashed, { recursive: true }); // as a crash leaves it at this moment
    await muster.close();
    const again = await openMuster(crashed);
    expect(need(await again.ask.open_exercise({ exercise })).drafts).toEqual({ gap: { text: 'half a sen' } });
    await again.close();
  });
});
