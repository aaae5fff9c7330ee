import type { BookmarkListNumber, IXmlableObject, PageNumberEstimator } from 'docx';
import type { Block } from '#core/report/document.ts';
import { estimatePages } from './estimate-pages.ts';

/** Only a table of contents prints numbers of pages: docx writes them into it as they are given, so that nobody is asked to update. */
export function numberPages(blocks: readonly Block[], pageHeight: number): { pageNumbers?: PageNumberEstimator } {
  if (!blocks.some(({ is }) => is === 'contents')) return {};
  const headings = blocks.filter((block) => block.is === 'section' || block.is === 'appendix');
  const pages = estimatePages(blocks, pageHeight);
  const estimate = (body: IXmlableObject) => ({
    bookmarks: new Map(listBookmarks(body).map((name, at) => [name, String(pages[at] ?? '')])),
  });
  const listNumbers = (body: IXmlableObject) => {
    return new Map(
      listBookmarks(body).flatMap((name, at): [string, BookmarkListNumber][] => {
        const heading = headings[at];
        if (heading?.is !== 'section') return [];
        return [[name, { text: String(heading.number), separator: 'tab', width: 240 }]];
      }),
    );
  };
  return { pageNumbers: Object.assign(estimate, { listNumbers }) };
}

/** docx sets one on each heading that its table of contents lists, in their order. */
function listBookmarks(body: IXmlableObject): readonly string[] {
  const names = [...JSON.stringify(body).matchAll(/"w:bookmarkStart":\{[^}]*"w:name":"(_Toc[^"]+)"/g)];
  return names.flatMap(([, name]) => name ?? []);
}
