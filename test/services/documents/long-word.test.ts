import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildLongPostMortem } from '#core/report/post-mortem-long.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { decision, end, gap, played, release } from '../../support/play.ts';
import { readWord, textOf, type WordParts } from '../../support/read-word.ts';

const state = played([0, release('Q1-010')], [12, decision('D1')], [14, gap({ severity: 'high' })], [20, end]);

/** The children of an element in their order, by name. */
function childrenOf(xml: string, element: string): readonly string[] {
  const from = xml.indexOf(`<${element}>`) + element.length + 2;
  const inner = xml.slice(from, xml.indexOf(`</${element}>`, from));
  const names: string[] = [];
  let depth = 0;
  for (const [tag, close, name = '', alone] of inner.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (close === '/') depth -= 1;
    else {
      if (depth === 0) names.push(name);
      if (alone !== '/' && !tag.endsWith('/>')) depth += 1;
    }
  }
  return names;
}

describe('The long form in Word', () => {
  let bytes: Uint8Array;
  let parts: WordParts;
  let document: string;
  beforeAll(async () => {
    bytes = await writeWord(buildLongPostMortem(state, 'c'.repeat(64)));
    parts = readWord(bytes); // throws where a part is not strict XML
    document = parts.get('word/document.xml') ?? '';
  });

  test('has a table of contents with a page for every section and appendix, and asks nobody to update it', () => {
    const field = document.slice(document.indexOf('<w:sdt>'), document.indexOf('</w:sdt>'));
    expect(field).toContain('TOC \\h \\o &quot;1-1&quot;');
    const pages = [...field.matchAll(/PAGEREF _Toc[\s\S]*?"separate"\/>[\s\S]*?<w:t[^>]*>(\d+)<\/w:t>/g)].map(
      ([, page]) => Number(page),
    );
    expect(pages).toHaveLength(20);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(pages[0]).toBe(2);
    expect(document).not.toContain('w:dirty');
    expect(parts.get('word/settings.xml')).not.toContain('updateFields');
  });

  test('draws decision latency as a chart of Word’s own, with its numbers in a workbook inside and in words', () => {
    const chart = parts.get('word/charts/chart1.xml') ?? '';
    expect(chart).toContain('<c:barDir val="col"/>');
    expect(chart.match(/<c:ser>/g)).toHaveLength(2);
    expect(chart).toContain('<c:v>12</c:v>');
    expect(chart).toContain('Target, minutes');
    expect(chart).toMatch(/<c:externalData r:id="[^"]+">/);
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.xlsx'))).toHaveLength(1);
    expect(document).toContain(
      'descr="Columns for 1 decision with a line for the targets. D1 12.0 minutes, target 10, late."',
    );
    expect(textOf(parts)).toContain('Decision latency in numbers');
  });

  test('keeps the order of elements that the schema of charts asks for', () => {
    const chart = parts.get('word/charts/chart1.xml') ?? '';
    const order = (names: readonly string[], wanted: readonly string[]) => {
      const known = names.filter((name) => wanted.includes(name));
      expect(known).toEqual(known.toSorted((a, b) => wanted.indexOf(a) - wanted.indexOf(b)));
      expect(names.filter((name) => !wanted.includes(name))).toEqual([]);
    };
    order(childrenOf(chart, 'c:chart'), [
      ...['c:title', 'c:autoTitleDeleted', 'c:pivotFmts', 'c:view3D', 'c:floor', 'c:sideWall', 'c:backWall'],
      ...['c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs', 'c:extLst'],
    ]);
    order(childrenOf(chart, 'c:plotArea'), [
      'c:layout',
      'c:barChart',
      'c:lineChart',
      'c:catAx',
      'c:valAx',
      'c:dTable',
      'c:spPr',
    ]);
    order(childrenOf(chart, 'c:barChart'), [
      ...[
        'c:barDir',
        'c:grouping',
        'c:varyColors',
        'c:ser',
        'c:dLbls',
        'c:gapWidth',
        'c:overlap',
        'c:serLines',
        'c:axId',
      ],
    ]);
    order(childrenOf(chart, 'c:ser'), [
      ...['c:idx', 'c:order', 'c:tx', 'c:spPr', 'c:invertIfNegative', 'c:pictureOptions', 'c:dPt', 'c:dLbls'],
      ...['c:trendline', 'c:errBars', 'c:cat', 'c:val', 'c:shape', 'c:extLst'],
    ]);
  });

  test('names neither the moment nor the machine, and is the same bytes each time', async () => {
    const again = await writeWord(buildLongPostMortem(state, 'c'.repeat(64)));
    expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
  });
});
