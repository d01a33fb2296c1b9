import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Kept as long as the page is open, so that the list is the same after a visit to the page of a check. */
const kept = createStore(() => ({ search: '' }))

export const useSearch = (): string => useStore(kept, ({ search }) => search)

export const changeSearch = (search: string): void => kept.setState({ search })
