import type { Way } from './declared'

/** How large something is at least and at most: characters of a text, items of a list. */
export type Size = { readonly min: number; readonly max: number }

/** How large the part of a variable is that a way leads to; undefined when that is not known. */
export type SizeAt = (way: Way) => Size | undefined

/** Counts stop here, as those of the server do. */
export const endless = 2 ** 64

const capped = (value: number): number => Math.min(value, endless)
export const sum = (one: number, other: number): number => capped(one + other)
/** Nothing times without end is nothing. */
export const product = (one: number, other: number): number => capped(one * other)
export const scaled = (value: number, factor: number): number => capped(Math.ceil(value * factor))

export const unknownSize: Size = { min: 0, max: endless }
export const exactly = (count: number): Size => ({ min: count, max: count })
export const sumOf = (one: Size, other: Size): Size => ({
  min: sum(one.min, other.min),
  max: sum(one.max, other.max),
})
export const productOf = (one: Size, other: Size): Size => ({
  min: product(one.min, other.min),
  max: product(one.max, other.max),
})
/** The size of either of two things. */
export const eitherOf = (one: Size, other: Size): Size => ({
  min: Math.min(one.min, other.min),
  max: Math.max(one.max, other.max),
})
