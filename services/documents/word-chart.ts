import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Bar, BarChart } from '#core/report/document.ts';
import { cleanText } from './clean-text.ts';
import { font, ink } from './sheet.ts';

/** In CSS pixels: the width of the text, 96 to the inch. */
export const chartSize = { width: 624, height: 250 } as const;
const small = { name: font.text, size: 8, color: ink.text } as const;

/** Late is darker and says so under its column, so that the order survives greyscale. */
const fills: Readonly<Record<Bar['state'], string>> = { in_time: '7FA3C7', late: ink.accent, open: ink.rule };
const marks: Readonly<Record<Bar['state'], string>> = { in_time: '', late: ' late', open: ' open' };

/** A chart of Word's own with its numbers in a workbook inside, so that it can be edited and read aloud. */
export function layOutBarChart({ bars, description }: BarChart, id: string): Paragraph {
  const name = 'Decision latency';
  const chart = new ChartRun({
    type: 'column',
    categories: bars.map(({ name: bar, state }) => cleanText(`${bar}${marks[state]}`)),
    series: [
      {
        name: 'Minutes',
        values: bars.map(({ value }) => value),
        color: fills.in_time,
        colors: bars.map(({ state }) => fills[state]),
        dataLabels: { value: true, numberFormat: '0.0', font: small },
      },
      {
        name: 'Target, minutes',
        type: 'line',
        values: bars.map(({ target }) => target),
        color: ink.alert,
        line: { color: ink.alert, width: 1.25, dash: 'dash' },
        markers: { shape: 'dash', size: 9 },
        dataLabels: false,
      },
    ],
    gapWidth: 80,
    font: { name: font.text, color: ink.text },
    categoryAxis: { font: small },
    valueAxis: { title: { text: 'Minutes', font: small }, minimum: 0, font: small },
    legend: { position: 'top', font: small },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    transformation: chartSize,
    altText: { id, name, title: name, description: cleanText(description) },
  });
  return new Paragraph({ style: 'Figure', children: [chart] });
}
