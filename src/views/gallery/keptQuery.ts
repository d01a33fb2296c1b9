import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { noQuery, type Query } from './galleryQuery'

/** Kept as long as the page is open, so that search and filters are the same after a visit to another page. */
const kept = createStore<Query>()(() => noQuery)

export const useQuery = (): Query => useStore(kept)

export const changeQuery = (change: Partial<Query>): void => kept.setState(change)

export const clearQuery = (): void => kept.setState(noQuery)
