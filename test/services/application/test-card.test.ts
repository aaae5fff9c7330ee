import { describe, expect, it } from 'vitest';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';

describe('The room test card', () => {
  it('is shown before an exercise, gives way to one that starts, and never takes its place', async () => {
    const { ask, pictures, close } = await openMuster(await newWorkspace());
    const tlp = 'TLP:AMBER';
    need(await ask.show_test_card({ tlp }));
    expect(pictures.at(-1)).toEqual({ show: 'test_card', tlp });
    need(await ask.show_test_card({ tlp: null }));
    expect(pictures.at(-1)).toEqual({ show: 'waiting' });

    need(await ask.show_test_card({ tlp }));
    const script = 'q2-ransomware';
    const plan = need(await ask.fill_plan({ script }));
    need(await ask.save_plan({ plan: { ...plan, plan: { ...plan.plan, room_text_px: 64 } } }));
    need(await ask.start_exercise({ script }));
    expect(pictures.at(-1)).toMatchObject({ show: 'view', view: { textPx: 64 } });
    expect(await ask.show_test_card({ tlp })).toMatchObject({ problem: { code: 'room_is_taken' } });
    expect(pictures.at(-1)).toMatchObject({ show: 'view' });
    need(await ask.show_in_room({ exercise: null }));
    expect(pictures.at(-1)).toEqual({ show: 'waiting' });
    await close();
  });

  it('nobody has tried leaves the text as large as eight metres need', async () => {
    const { ask, pictures, close } = await openMuster(await newWorkspace());
    need(await ask.fill_plan({ script: 'q2-ransomware' }));
    need(await ask.start_exercise({ script: 'q2-ransomware' }));
    expect(pictures.at(-1)).toMatchObject({ show: 'view', view: { textPx: 46 } });
    await close();
  });
});
