/**
 * A forgiving walk over the XML of workbook parts. Office writes it by machine, other programs add
 * prefixes and parts of their own, so names are compared without prefix and the unknown is passed over.
 */

export interface XmlVisitor {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads one attribute by its local name. */
export type XmlAttributes = (name: string) => string | undefined;

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"'/]|\/(?!>)|"[^"]*"|'[^']*')*)(\/?)>|([^<]+)/gu;
const ATTRIBUTE = /(?:([\w.-]+):)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Calls the visitor for each element and text in order. Damage is passed over, never thrown. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  for (const token of xml.matchAll(TOKEN)) {
    const [, cdata, closing, name, attributes, selfClosing, text] = token;
    if (text !== undefined) visitor.text?.(decodeEntities(text));
    else if (cdata !== undefined) visitor.text?.(cdata);
    else if (name !== undefined && closing === '/') visitor.close?.(name);
    else if (name !== undefined) {
      visitor.open?.(name, attributeReader(attributes ?? ''));
      if (selfClosing === '/') visitor.close?.(name);
    }
  }
}

function attributeReader(source: string): XmlAttributes {
  return (name) => {
    for (const [, prefix, key, double, single] of source.matchAll(ATTRIBUTE)) {
      if (key === name && prefix !== 'xmlns') return decodeEntities(double ?? single ?? '');
    }
    return undefined;
  };
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/giu, (whole, code: string) => {
    if (!code.startsWith('#')) return NAMED[code] ?? whole;
    const point = code[1]?.toLowerCase() === 'x' ? parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
