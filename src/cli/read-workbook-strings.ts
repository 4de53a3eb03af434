import { walkXml } from './read-workbook-xml.ts';

/** The shared strings of a workbook by their number, from that part; reading aids (rPh) are no part of a text. */
export function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  walkXml(xml, {
    open: (element) => {
      if (element === 'si') current = '';
      if (element === 'rPh') phonetic = true;
      if (element === 't') inText = !phonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (element) => {
      if (element === 'si') strings.push(plainString(current));
      if (element === 'rPh') phonetic = false;
      if (element === 't') inText = false;
    },
  });
  return strings;
}

/** Marks XML cannot hold are written as _x000D_ (ECMA-376 22.9.2.19); line ends are those Excel shows. */
export function plainString(text: string): string {
  const plain = text.replaceAll(/_x([\dA-F]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain.replaceAll('\r\n', '\n');
}
