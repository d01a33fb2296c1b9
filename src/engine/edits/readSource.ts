import { isAlias, isMap, isPair, isScalar, isSeq, type Node } from 'yaml'
import type { EditRefusal } from '../model/change'
import { parseTree } from '../yaml/parseYaml'
import { readDocument, type Document } from '../yaml/readDocument'
import { attachSource } from './attachSource'
import type { SourceData } from './sourceData'
import type { Member, SourceNode } from './sourceNode'

type Source = { readonly document: Document; readonly data: SourceData }

let last: { readonly text: string; readonly source: Source | EditRefusal } | undefined

/**
 * A document's text, with LF as line break, as data that has a source node for each value. Refused when the document is
 * empty or cannot be read. The last answer is kept: the fixes of one document are mostly worked out one after the other.
 */
export function readSource(text: string): Source | EditRefusal {
  if (last?.text !== text) last = { text, source: sourceOf(text) }
  return last.source
}

function sourceOf(text: string): Source | EditRefusal {
  const document = readDocument(text)
  const node = document.root && rootNode(text)
  if (document.root && node) return { document, data: attachSource(document.root, node, document) }
  return { refused: document.problems[0]?.message ?? 'This document contains no object to change.' }
}

/** The source node of a document's root; undefined when the parser finds no content. */
function rootNode(text: string): SourceNode | undefined {
  const { contents } = parseTree(text)
  const start = /^---(?=\s)/.test(text) ? 3 : 0
  return contents ? new SourceReader(text).node(contents, start) : undefined
}

/** Sticky: spaces, line breaks and comments from an offset on. */
const spaceAndComments = /(?:[ \t\r\n]|#[^\n]*\n)*/y
const spaceCommentsAndCommas = /(?:[ \t\r\n,]|#[^\n]*\n)*/y

/**
 * Reads source nodes from a syntax tree. The tree has no offsets for colons, dashes, anchors and tags, so these are found
 * in the text between the nodes.
 */
class SourceReader {
  constructor(private readonly text: string) {}

  node(node: unknown, indicatorEnd: number): SourceNode {
    if (!isNode(node) || !node.range) return absentAt(indicatorEnd)
    const [from, to] = node.range
    if (isAlias(node))
      return {
        style: 'alias',
        from,
        to,
        indicatorEnd,
        propertiesEnd: indicatorEnd,
        replaceFrom: from,
        anchor: node.source,
        members: [],
      }
    const { propertiesEnd, tagFrom } = this.properties(node, indicatorEnd)
    const base = { indicatorEnd, propertiesEnd, ...(node.anchor && { anchor: node.anchor }) }
    if (isScalar(node) && node.type === 'PLAIN' && from === to)
      return {
        ...base,
        style: 'absent',
        from: propertiesEnd,
        to: propertiesEnd,
        replaceFrom: tagFrom ?? propertiesEnd,
        members: [],
      }
    if (isScalar(node)) {
      const style = scalarStyles[node.type ?? 'PLAIN'] ?? 'plain'
      const isStripped = node.type?.startsWith('BLOCK') && /^.\d?-/.test(this.text.slice(from, to))
      return {
        ...base,
        style,
        from,
        to,
        replaceFrom: tagFrom ?? from,
        members: [],
        ...(isStripped && { stripped: true }),
      }
    }
    if (!isMap(node) && !isSeq(node)) return absentAt(indicatorEnd)
    if (node.flow) {
      const isPairOnly = !/[[{]/.test(this.text[from] ?? '')
      const members = this.flowMembers(node.items, isPairOnly ? from : from + 1)
      return { ...base, style: isPairOnly ? 'pair' : 'flow', from, to, replaceFrom: tagFrom ?? from, members }
    }
    const members = this.blockMembers(node.items, propertiesEnd)
    const [start, end] = [members[0]?.from ?? from, members.at(-1)?.to ?? to]
    return { ...base, style: 'block', from: start, to: end, replaceFrom: tagFrom ?? start, members }
  }

  /** `tagFrom`: where the tag starts, or the anchor before it. Undefined without a tag. */
  private properties(
    node: Node,
    indicatorEnd: number,
  ): { readonly propertiesEnd: number; readonly tagFrom?: number } {
    const { anchor, tag } = isAlias(node) ? {} : node
    let propertiesEnd = indicatorEnd
    let tagFrom: number | undefined
    for (let count = (anchor ? 1 : 0) + (tag ? 1 : 0); count > 0; count--) {
      const start = this.skip(spaceAndComments, propertiesEnd)
      const property = /(?:!<[^>]*>|[&!][^\s,[\]{}]*)/y
      property.lastIndex = start
      if (!property.test(this.text)) break
      if (tag) tagFrom ??= start
      propertiesEnd = property.lastIndex
    }
    return { propertiesEnd, ...(tagFrom !== undefined && { tagFrom }) }
  }

  /** `from`: the offset after the opening bracket. */
  private flowMembers(items: readonly unknown[], from: number): Member[] {
    const members: Member[] = []
    for (const item of items) {
      const start = this.skip(spaceCommentsAndCommas, members.at(-1)?.to ?? from)
      members.push(this.member(item, start, start))
    }
    return members
  }

  private blockMembers(items: readonly unknown[], propertiesEnd: number): Member[] {
    const members: Member[] = []
    for (const item of items) {
      const start = this.skip(spaceAndComments, members.at(-1)?.to ?? propertiesEnd)
      members.push(this.member(item, start, start + 1))
    }
    return members
  }

  /** `indicatorEnd`: the end of the dash, for an item of a block sequence. */
  private member(item: unknown, from: number, indicatorEnd: number): Member {
    if (!isPair(item)) {
      const value = this.node(item, indicatorEnd)
      return { from, to: Math.max(value.to, indicatorEnd), value }
    }
    const key = this.node(item.key, from)
    const colonEnd = item.value === null ? undefined : this.skip(spaceAndComments, key.to) + 1
    const value = this.node(item.value, colonEnd ?? key.to)
    return {
      from,
      to: value.to,
      value,
      key: { from: key.from, to: key.to, style: key.style },
      ...(colonEnd !== undefined && { colonEnd }),
    }
  }

  /** The end of what a sticky expression matches at an offset. */
  private skip(pattern: RegExp, offset: number): number {
    pattern.lastIndex = offset
    pattern.test(this.text)
    return pattern.lastIndex
  }
}

const absentAt = (offset: number): SourceNode => ({
  style: 'absent',
  from: offset,
  to: offset,
  indicatorEnd: offset,
  propertiesEnd: offset,
  replaceFrom: offset,
  members: [],
})

const scalarStyles: Readonly<Record<string, SourceNode['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

const isNode = (value: unknown): value is Node =>
  isAlias(value) || isMap(value) || isScalar(value) || isSeq(value)
