import { walkXml, type XmlAttributes } from '../../../src/cli/read-workbook-xml.ts';

/** An element of the XML that spreadsheet programs write, with all below it. Prefixes are dropped. */
export class XmlElement {
  readonly name: string;
  /** Reads an attribute by its local name. */
  readonly attribute: XmlAttributes;
  readonly children: XmlElement[] = [];
  text = '';

  constructor(name: string, attribute: XmlAttributes) {
    this.name = name;
    this.attribute = attribute;
  }

  number(name: string): number | undefined {
    const value = this.attribute(name);
    return value === undefined || value === '' ? undefined : Number(value);
  }

  /** OOXML booleans: 1, 0, true, false. */
  flag(name: string, fallback = false): boolean {
    const value = this.attribute(name);
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

/** The root element of a document. */
export function parseXml(xml: string): XmlElement {
  const root = new XmlElement('', () => undefined);
  const open: XmlElement[] = [root];
  const current = () => open.at(-1) ?? root;
  walkXml(xml, {
    open: (name, attribute) => {
      const element = new XmlElement(name, attribute);
      current().children.push(element);
      open.push(element);
    },
    text: (text) => {
      current().text += text;
    },
    close: () => {
      if (open.length > 1) open.pop();
    },
  });
  const [document] = root.children;
  if (document === undefined) throw new Error('the file is damaged: a part of it holds no data');
  return document;
}
