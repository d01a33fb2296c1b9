/** An element of XML. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, that of its children left out. */
  readonly text: string
}

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Characters that XML 1.0 does not allow, section 2.2. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const name = '[A-Za-z_][\\w.-]*'
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y')
const tag = new RegExp(`<(/?)(${name})`, 'y')

/** The root of an XML document with elements, attributes, text and a declaration. Throws for what is not well-formed. */
export function readXml(source: string): XmlElement {
  const fail = (problem: string, at: number): Error =>
    new Error(`${problem} at ${at}: ${source.slice(at, at + 40)}`)
  const bad = forbidden.exec(source)
  if (bad) throw fail('Forbidden character', bad.index)
  const document: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [document]
  let at = /^<\?xml version="1\.0"[^?<>]*\?>/.exec(source)?.[0].length ?? 0
  while (at < source.length) {
    const within = open.at(-1) ?? document
    const end = source.indexOf('<', at)
    within.text += unescaped(source.slice(at, end < 0 ? source.length : end))
    if (end < 0) break
    tag.lastIndex = end
    const [whole, closes, tagName = ''] = tag.exec(source) ?? []
    if (whole === undefined) throw fail('No tag', end)
    at = end + whole.length
    const element: Open = { name: tagName, attributes: {}, children: [], text: '' }
    for (let found = attributeAt(source, at); found; found = attributeAt(source, at)) {
      const [text, key = '', double, single = ''] = found
      if (Object.hasOwn(element.attributes, key) || closes) throw fail('Attribute', at)
      element.attributes[key] = unescaped(double ?? single)
      at += text.length
    }
    const [closing] = /^\s*\/?>/.exec(source.slice(at, at + 20)) ?? []
    if (closing === undefined) throw fail('The tag does not end', at)
    at += closing.length
    if (closes) {
      if (open.length < 2 || open.pop()?.name !== tagName) throw fail(`No ${tagName} is open`, end)
      continue
    }
    within.children.push(element)
    if (!closing.includes('/')) open.push(element)
  }
  const [root, ...others] = document.children
  if (!root || others.length > 0 || open.length > 1 || document.text.trim() !== '')
    throw fail('Not one element', source.length)
  return root
}

function attributeAt(source: string, at: number): RegExpExecArray | null {
  attribute.lastIndex = at
  return attribute.exec(source)
}

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));|&/g, (whole, hex, decimal, named) => {
    const value = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    const character = value === undefined ? entities[named] : String.fromCodePoint(value)
    if (character === undefined || forbidden.test(character)) throw new Error(`Not allowed: ${whole}`)
    return character
  })
