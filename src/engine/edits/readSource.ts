import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Node } from 'yaml'
import type { EditRefusal } from '../model/change'
import { parserOptions } from '../yaml/parseYaml'
import { readDocument, type Document } from '../yaml/readDocument'
import { attachSource } from './attachSource'
import type { SourceData } from './documentStyle'
import type { Member, SourceNode } from './sourceNode'

/** A document with its data, each part with its place. */
export function readSource(
  chunk: string,
): { readonly document: Document; readonly data: SourceData } | EditRefusal {
  const document = readDocument(chunk)
  const place = document.root && sourceNodeOf(chunk)
  if (document.root && place) return { document, data: attachSource(document.root, place, document) }
  return { refused: document.problems[0]?.message ?? 'There is no object in this document to change.' }
}

/** How the root of a document is written; undefined when the parser finds none. */
function sourceNodeOf(chunk: string): SourceNode | undefined {
  const { contents } = parseDocument(chunk, parserOptions)
  const start = /^---(?=\s)/.test(chunk) ? 3 : 0
  return contents ? new SourceReader(chunk).written(contents, start) : undefined
}

const blanks = /(?:[ \t\r\n]|#[^\n]*\n)*/y
const commas = /(?:[ \t\r\n,]|#[^\n]*\n)*/y

/** Takes down where the parts of a syntax tree stand. What the tree does not tell is read from the text between them. */
class SourceReader {
  constructor(private readonly text: string) {}

  /** `after`: right behind the colon or dash in front. */
  written(node: unknown, after: number): SourceNode {
    if (!isNode(node) || !node.range) return absentAt(after)
    const [from, to] = node.range
    if (isAlias(node))
      return { style: 'alias', from, to, after, lead: after, head: from, anchor: node.source, members: [] }
    const { lead, head } = this.properties(node, after)
    const base = { after, lead, ...(node.anchor && { anchor: node.anchor }) }
    if (isScalar(node) && node.type === 'PLAIN' && from === to)
      return { ...base, style: 'absent', from: lead, to: lead, head: head ?? lead, members: [] }
    if (isScalar(node)) {
      const style = styles[node.type ?? 'PLAIN'] ?? 'plain'
      const isStripped = node.type?.startsWith('BLOCK') && /^.\d?-/.test(this.text.slice(from, to))
      return {
        ...base,
        style,
        from,
        to,
        head: head ?? from,
        members: [],
        ...(isStripped && { stripped: true }),
      }
    }
    if (!isMap(node) && !isSeq(node)) return absentAt(after)
    if (node.flow) {
      const isBare = !/[[{]/.test(this.text[from] ?? '')
      const members = this.flow(node.items, isBare ? from : from + 1)
      return { ...base, style: isBare ? 'pair' : 'flow', from, to, head: head ?? from, members }
    }
    const members = this.block(node.items, lead)
    const [start, end] = [members[0]?.from ?? from, members.at(-1)?.to ?? to]
    return { ...base, style: 'block', from: start, to: end, head: head ?? start, members }
  }

  /** The anchor and tag of a node: where they end, and where they start when there is a tag. */
  private properties(node: Node, after: number): { readonly lead: number; readonly head?: number } {
    const { anchor, tag } = isAlias(node) ? {} : node
    let lead = after
    let head: number | undefined
    for (let count = (anchor ? 1 : 0) + (tag ? 1 : 0); count > 0; count--) {
      const start = this.skip(blanks, lead)
      const word = /(?:!<[^>]*>|[&!][^\s,[\]{}]*)/y
      word.lastIndex = start
      if (!word.test(this.text)) break
      if (tag) head ??= start
      lead = word.lastIndex
    }
    return { lead, ...(head !== undefined && { head }) }
  }

  /** `from`: behind the opening bracket. */
  private flow(items: readonly unknown[], from: number): Member[] {
    const members: Member[] = []
    for (const item of items) {
      const start = this.skip(commas, members.at(-1)?.to ?? from)
      members.push(this.member(item, start, start))
    }
    return members
  }

  private block(items: readonly unknown[], lead: number): Member[] {
    const members: Member[] = []
    for (const item of items) {
      const start = this.skip(blanks, members.at(-1)?.to ?? lead)
      members.push(this.member(item, start, start + 1))
    }
    return members
  }

  /** `after`: where an item of a list begins. */
  private member(item: unknown, from: number, after: number): Member {
    if (!isPair(item)) {
      const value = this.written(item, after)
      return { from, to: Math.max(value.to, after), value }
    }
    const key = this.written(item.key, from)
    const colon = item.value === null ? undefined : this.skip(blanks, key.to) + 1
    const value = this.written(item.value, colon ?? key.to)
    const { from: keyFrom, to, style } = key
    return {
      from,
      to: value.to,
      value,
      key: { from: keyFrom, to, style },
      ...(colon !== undefined && { colon }),
    }
  }

  private skip(gap: RegExp, at: number): number {
    gap.lastIndex = at
    gap.test(this.text)
    return gap.lastIndex
  }
}

const absentAt = (at: number): SourceNode => ({
  style: 'absent',
  from: at,
  to: at,
  after: at,
  lead: at,
  head: at,
  members: [],
})

const styles: Readonly<Record<string, SourceNode['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

const isNode = (value: unknown): value is Node =>
  isAlias(value) || isMap(value) || isScalar(value) || isSeq(value)
