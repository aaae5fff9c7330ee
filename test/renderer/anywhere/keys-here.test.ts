import { describe, expect, test } from 'vitest';
import { keysHere } from '#renderer/console/anywhere/keys-here.ts';

describe('The sheet of keys', () => {
  test('names the key that says words differently where somebody writes what a report prints', () => {
    const review = keysHere('review')[0];
    expect(review?.rows.map(([key]) => key)).toContain('Ctrl .');
  });
});
