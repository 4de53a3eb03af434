/** A small reader for the XML that spreadsheet programs write: elements, attributes, text. Prefixes are dropped. */

export class XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[] = [];
  text = '';

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.attributes = attributes;
  }

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  number(name: string): number | undefined {
    const value = this.attributes.get(name);
    return value === undefined || value === '' ? undefined : Number(value);
  }

  /** OOXML booleans: 1, 0, true, false. */
  flag(name: string, fallback = false): boolean {
    const value = this.attributes.get(name);
    return value === undefined ? fallback : value === '1' || value === 'true';
  }

  child(name: string): XmlElement | undefined {
    return this.children.find((element) => element.name === name);
  }

  all(name: string): readonly XmlElement[] {
    return this.children.filter((element) => element.name === name);
  }

  /** Elements of that name at any depth, in document order. */
  *deep(name: string): Generator<XmlElement> {
    for (const element of this.children) {
      if (element.name === name) yield element;
      yield* element.deep(name);
    }
  }
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<\/[^>]+>|<([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gu;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** The root element of a document. */
export function parseXml(xml: string): XmlElement {
  const root = new XmlElement('', new Map());
  const open: XmlElement[] = [root];
  for (const match of xml.matchAll(MARKUP)) {
    const [whole, data, tag, attributes, closed, text] = match;
    const current = open.at(-1) ?? root;
    if (data !== undefined) current.text += data;
    else if (text !== undefined) current.text += unescaped(text);
    else if (tag !== undefined) {
      const element = new XmlElement(local(tag), readAttributes(attributes ?? ''));
      current.children.push(element);
      if (closed === '') open.push(element);
    } else if (whole.startsWith('</') && open.length > 1) open.pop();
  }
  const [document] = root.children;
  if (document === undefined) throw new Error('the file is damaged: a part of it holds no data');
  return document;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (!name.startsWith('xmlns'))
      attributes.set(name.startsWith('r:') ? name : local(name), unescaped(double ?? single ?? ''));
  }
  return attributes;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[\dA-F]+|#\d+|\w+);/giu, (whole, name: string) => {
    if (name.startsWith('#x') || name.startsWith('#X'))
      return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? whole);
  });
}
